package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.accepted;
import static dev.qingdan.query.testing.Orders.paid;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** From the poisoned event to the retry, as an operator goes through it. */
class DeadLettersApiTest {

    private static final String LETTERS = "/ops/projections/samples/dead-letters";
    private static final Broker BROKER = new Broker();
    private static final Instance INSTANCE =
            Instance.start(
                    TestPostgres.freshDatabase("letters"),
                    BROKER,
                    new Class<?>[] {Defective.class});
    private static final Client CLIENT = INSTANCE.client();
    private static final Duration LONG = Duration.ofSeconds(60);

    @AfterAll
    static void close() {
        INSTANCE.close();
        BROKER.close();
    }

    private static Answer post(String path, String body, String role) {
        return CLIENT.post(LETTERS + path, body, as(Tokens.staff(role)));
    }

    private static JsonNode letters() {
        return CLIENT.get(LETTERS, as(Tokens.staff("VIEWER"))).json().path("items");
    }

    private static long orders(String events) {
        var count =
                INSTANCE.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from samples_1.order_life where events = ?",
                                Long.class,
                                events);
        return count == null ? 0 : count;
    }

    @Test
    void
            a_poisoned_event_parks_one_order_a_thousand_others_go_on_and_a_retry_brings_it_up_to_date() {
        var history = new History();
        history.add(placed("poisoned"));
        history.add(paid("poisoned"));
        history.add(accepted("poisoned"));
        for (int i = 0; i < 1_000; i++) {
            history.add(placed("order-" + i));
            history.add(paid("order-" + i));
            history.add(accepted("order-" + i));
        }
        BROKER.publish(history.events());

        // At first the instance may not have made its tables yet
        await().atMost(LONG)
                .ignoreException(BadSqlGrammarException.class)
                .until(() -> orders("OrderPlaced OrderPaid OrderAccepted") == 1_000);
        assertThat(orders("OrderPlaced")).isEqualTo(1);
        assertThat(letters().valueStream().map(it -> it.path("eventType").asString()))
                .containsExactly("shop.order.OrderPaid", "shop.order.OrderAccepted");
        assertThat(post("/retry", "", "OPERATOR").json().toString())
                .isEqualTo("{\"upToDate\":0,\"stillFailing\":1,\"more\":false}");

        INSTANCE.bean(Defective.class).mended = true;
        assertThat(post("/retry", "", "OPERATOR").json().toString())
                .isEqualTo("{\"upToDate\":1,\"stillFailing\":0,\"more\":false}");
        assertThat(orders("OrderPlaced OrderPaid OrderAccepted")).isEqualTo(1_001);
        assertThat(letters().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "CLERK", "MANAGER", "OPERATOR"})
    void all_staff_may_look(String role) {
        assertThat(CLIENT.get(LETTERS, as(Tokens.staff(role))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/retry, VIEWER", "/retry, CLERK", "/retry, MANAGER",
        "/1/retry, VIEWER", "/1/retry, CLERK", "/1/retry, MANAGER",
        "/1/discard, VIEWER", "/1/discard, CLERK", "/1/discard, MANAGER"
    })
    void nobody_but_an_operator_may_touch_them(String path, String role) {
        var answer = post(path, "{\"reason\":\"why not\"}", role);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("access.denied");
    }

    @Test
    void what_is_not_there_cannot_be_retried() {
        assertThat(post("/4711/retry", "", "OPERATOR").code()).isEqualTo("dead-letter.not-found");
        var nowhere = "/ops/projections/nothing/dead-letters/retry";
        assertThat(CLIENT.post(nowhere, "", as(Tokens.staff("OPERATOR"))).code())
                .isEqualTo("projection.not-found");
    }
}
