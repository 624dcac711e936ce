package dev.qingdan.command.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.CommandSideTest;
import dev.qingdan.events.EventSchemas;
import dev.qingdan.events.EventType;
import org.junit.jupiter.api.Test;

class SchemaApiTest extends CommandSideTest {

    private static final String ORDER_PLACED = "/schemas/shop.order.OrderPlaced.json";

    @Test
    void anybody_may_read_the_schema_of_every_event() {
        for (EventType type : EventType.all()) {
            var schema = anybody().get("/schemas/" + type.name() + ".json");

            assertThat(schema.status()).as(type.name()).isEqualTo(200);
            assertThat(schema.header("Content-Type")).contains("application/schema+json");
            assertThat(schema.json().path("$id").asString()).isEqualTo(type.name() + ".json");
        }
    }

    @Test
    void a_schema_is_served_byte_for_byte() {
        var committed = EventSchemas.find("shop.order.OrderPlaced").orElseThrow();

        assertThat(anybody().get(ORDER_PLACED).body()).isEqualTo(new String(committed, UTF_8));
    }

    @Test
    void a_schema_may_be_kept_for_an_hour_and_asked_after() {
        var first = anybody().get(ORDER_PLACED);
        var etag = first.header("ETag").orElseThrow();

        assertThat(first.header("Cache-Control")).contains("max-age=3600, public");
        assertThat(anybody().with("If-None-Match", etag).get(ORDER_PLACED).status()).isEqualTo(304);
    }

    @Test
    void a_schema_of_no_event_of_ours_is_not_found() {
        var unknown = anybody().get("/schemas/shop.order.OrderGiftWrapped.json");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("schema.not-found");
    }

    @Test
    void nothing_else_lies_open_beside_the_schemas() {
        assertThat(anybody().get("/schemas/../application.yaml").status()).isIn(400, 401, 404);
        assertThat(anybody().send("DELETE", ORDER_PLACED, "").status()).isEqualTo(401);
    }
}
