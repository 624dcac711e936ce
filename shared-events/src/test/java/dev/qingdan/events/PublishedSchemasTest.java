package dev.qingdan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PublishedSchemasTest {

    private static final String TYPE = "shop.stock.StockReserved";
    private static final JsonNode FIRST =
            schema("{'sku': {'type': 'string'}, 'shelf': {'type': 'string'}}");
    private static final JsonNode SECOND = schema("{'sku': {'type': 'string'}}");

    @Test
    void a_promise_of_any_version_still_holds(@TempDir Path folder) throws IOException {
        var published = new PublishedSchemas(folder);
        published.add(TYPE, FIRST);
        published.add(TYPE, SECOND);

        assertThat(published.breaches(TYPE, SECOND))
                .singleElement()
                .asString()
                .startsWith("shop.stock.StockReserved, field `shelf`: is gone.");
    }

    @Test
    void only_a_change_of_promises_is_news(@TempDir Path folder) throws IOException {
        var published = new PublishedSchemas(folder);
        assertThat(published.isNews(TYPE, FIRST)).isTrue();

        published.add(TYPE, FIRST);

        assertThat(published.isNews(TYPE, FIRST)).isFalse();
        assertThat(published.isNews(TYPE, SECOND)).isTrue();
    }

    @Test
    void an_event_that_is_gone_is_missed(@TempDir Path folder) throws IOException {
        var published = new PublishedSchemas(folder);
        published.add(TYPE, FIRST);
        published.add("shop.order.OrderGiftWrapped", FIRST);

        assertThat(published.withoutRecord()).containsExactly("shop.order.OrderGiftWrapped");
    }

    private static JsonNode schema(String properties) {
        var json = "{'type': 'object', 'properties': %s}".formatted(properties);
        return GeneratedFile.JSON.readTree(json.replace('\'', '"'));
    }
}
