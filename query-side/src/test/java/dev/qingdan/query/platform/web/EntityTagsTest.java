package dev.qingdan.query.platform.web;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.MEMBER;
import static dev.qingdan.query.testing.Orders.accepted;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client.Answer;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that polls is sent only what has changed, whichever instance it asks. */
class EntityTagsTest {

    private static final String[] ME = as(Tokens.member(MEMBER));
    private static final String[] OPERATOR = as(Tokens.staff("OPERATOR"));
    private static final Broker BROKER = new Broker();
    private static final Database DATABASE = TestPostgres.freshDatabase("tags");
    private static final Instance FIRST = Instance.start(DATABASE, BROKER);
    private static final Instance SECOND = Instance.start(DATABASE, BROKER);
    private static final History HISTORY = new History();

    @AfterAll
    static void close() {
        FIRST.close();
        SECOND.close();
        BROKER.close();
    }

    private static void happened(DomainEvent event) {
        BROKER.publish(HISTORY.add(event));
        for (Instance instance : new Instance[] {FIRST, SECOND}) {
            var token = Published.token(HISTORY.events());
            var seen = as(Tokens.member(MEMBER), "Consistency-Token", token, "Prefer", "wait=10");
            assertThat(instance.client().get("/api/v1/orders", seen).status()).isEqualTo(200);
        }
    }

    private static Answer again(Instance instance, String path, String tag) {
        return instance.client().get(path, as(Tokens.member(MEMBER), "If-None-Match", tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders/%s", "/api/v1/orders?limit=5", "/api/v1/orders"})
    void what_has_not_changed_is_not_sent_again_and_what_has_is(String address) {
        var order = "order-" + address.hashCode();
        var path = address.formatted(order);
        happened(placed(order));
        var first = FIRST.client().get(path, ME);
        var tag = first.header("ETag");

        for (Instance instance : new Instance[] {FIRST, SECOND}) {
            var unchanged = again(instance, path, tag);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.response().body()).isEmpty();
            assertThat(unchanged.header("ETag")).isEqualTo(tag);
        }

        happened(paid(order));
        var changed = again(SECOND, path, tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEmpty().isNotEqualTo(tag);
        assertThat(changed.response().body()).contains("\"PAID\"");
    }

    @Test
    void a_tag_outlives_the_generation_that_it_was_made_from() {
        happened(placed("kept"));
        happened(accepted("kept"));
        var one = FIRST.client().get("/api/v1/orders/kept", ME).header("ETag");
        var list = FIRST.client().get("/api/v1/orders", ME).header("ETag");
        var rebuilds = "/ops/projections/order_view/rebuilds";
        var rebuild = FIRST.client().post(rebuilds, "{\"mode\":\"REPLACE\"}", OPERATOR).json();
        var status = rebuilds + "/" + rebuild.path("rebuildId").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        FIRST.client()
                                .get(status, OPERATOR)
                                .json()
                                .path("state")
                                .asString()
                                .equals("DONE"));

        assertThat(again(SECOND, "/api/v1/orders/kept", one).status()).isEqualTo(304);
        assertThat(again(SECOND, "/api/v1/orders", list).status()).isEqualTo(304);
    }

    @Test
    void the_tag_of_another_members_order_opens_nothing() {
        happened(placed("mine"));
        var tag = FIRST.client().get("/api/v1/orders/mine", ME).header("ETag");
        var nosy = as(Tokens.member("nosy"), "If-None-Match", tag);

        assertThat(FIRST.client().get("/api/v1/orders/mine", nosy).status()).isEqualTo(404);
    }
}
