package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.Client.Answer;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class GenerationsApiTest {

    private static final String ORDERS = "/ops/projections/order_view";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Broker BROKER = new Broker();
    private static final Instance INSTANCE =
            Instance.start(TestPostgres.freshDatabase("generations"), BROKER);
    private static final Client CLIENT = INSTANCE.client();

    @BeforeAll
    static void publish() {
        BROKER.publish(History.of(placed("order-1")).events());
        for (var projection : new String[] {ORDERS, "/ops/projections/shop_view"}) {
            await().atMost(LONG).until(() -> !generations(projection).isEmpty());
        }
    }

    @AfterAll
    static void close() {
        INSTANCE.close();
        BROKER.close();
    }

    private static JsonNode generations(String projection) {
        return CLIENT.get(projection + "/generations", as(Tokens.staff("VIEWER"))).json();
    }

    private static Answer drop(String projection, String id, String role) {
        return CLIENT.post(projection + "/generations/" + id + "/drop", "", as(Tokens.staff(role)));
    }

    @Test
    void the_generation_that_was_replaced_is_kept_until_it_is_dropped() {
        var rebuild = "{\"mode\":\"REPLACE\"}";
        CLIENT.post(ORDERS + "/rebuilds", rebuild, as(Tokens.staff("OPERATOR")));
        await().atMost(LONG)
                .until(
                        () -> generations(ORDERS).path(1).path("state").asString(),
                        state -> state.equals("PREVIOUS"));
        assertThat(generations(ORDERS).valueStream().map(it -> it.path("id").asString()))
                .containsExactly("order_view_2", "order_view_1");
        assertThat(generations(ORDERS).path(0).path("state").asString()).isEqualTo("LIVE");
        assertThat(generations(ORDERS).path(0).path("bytes").asLong()).isPositive();

        var dropped = drop(ORDERS, "order_view_1", "OPERATOR");

        assertThat(dropped.status()).isEqualTo(200);
        assertThat(dropped.json().path("dropped").asString()).isEqualTo("order_view_1");
        assertThat(generations(ORDERS).valueStream().map(it -> it.path("id").asString()))
                .containsExactly("order_view_2");
        assertThat(
                        INSTANCE.bean(JdbcTemplate.class)
                                .queryForList(
                                        "select 1 from pg_namespace where nspname = 'order_view_1'"))
                .isEmpty();
        assertThat(drop(ORDERS, "order_view_1", "OPERATOR").status()).isEqualTo(404);
        var back = "{\"mode\":\"ROLLBACK\"}";
        assertThat(CLIENT.post(ORDERS + "/rebuilds", back, as(Tokens.staff("OPERATOR"))).code())
                .isEqualTo("rebuild.nothing-to-roll-back-to");
    }

    @Test
    void the_generation_that_serves_cannot_be_dropped() {
        var answer = drop("/ops/projections/shop_view", "shop_view_1", "OPERATOR");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("generation.not-previous");
    }

    @Test
    void a_generation_of_another_projection_is_not_there() {
        assertThat(drop(ORDERS, "shop_view_1", "OPERATOR").code())
                .isEqualTo("generation.not-found");
        assertThat(drop("/ops/projections/nothing", "shop_view_1", "OPERATOR").code())
                .isEqualTo("projection.not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "CLERK", "MANAGER"})
    void nobody_but_an_operator_may_drop(String role) {
        assertThat(drop(ORDERS, "order_view_1", role).code()).isEqualTo("access.denied");
    }
}
