package dev.qingdan.query.platform.web;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.MEMBER;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.Client.Answer;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A client that shows the token of its write reads that write, on whichever instance it asks. */
class OwnWritesTest {

    private static final Broker BROKER = new Broker();
    private static final Database DATABASE = TestPostgres.freshDatabase("own");
    private static final Instance FIRST = Instance.start(DATABASE, BROKER);
    private static final Instance SECOND = Instance.start(DATABASE, BROKER);
    private static final History HISTORY = new History();

    @AfterAll
    static void close() {
        FIRST.close();
        SECOND.close();
        BROKER.close();
    }

    private static Answer read(Client client, Recorded<DomainEvent> written, String prefer) {
        return client.get(
                "/api/v1/orders/" + written.event().aggregateId(),
                as(
                        Tokens.member(MEMBER),
                        "Consistency-Token",
                        Published.token(List.of(written)),
                        "Prefer",
                        prefer));
    }

    @Test
    void a_write_is_read_at_once_on_every_instance() {
        for (int i = 0; i < 20; i++) {
            var written = HISTORY.add(placed("fast-" + i));
            BROKER.publish(written);

            assertThat(read(FIRST.client(), written, "wait=10").status()).isEqualTo(200);
            assertThat(read(SECOND.client(), written, "wait=10").status()).isEqualTo(200);
        }
    }

    @Test
    void a_read_waits_for_a_write_that_is_still_on_its_way() {
        var placed = HISTORY.add(placed("slow"));
        BROKER.publish(placed);
        var paid = HISTORY.add(paid("slow"));
        var reading = CompletableFuture.supplyAsync(() -> read(SECOND.client(), paid, "wait=10"));

        assertThat(read(FIRST.client(), paid, "wait=1").status()).isEqualTo(503);
        assertThat(reading).isNotDone();
        BROKER.publish(paid);

        assertThat(reading)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(answer ->
                        assertThat(answer.json().path("status").asString()).isEqualTo("PAID"));
    }

    @Test
    void a_view_that_is_behind_says_so_and_when_to_ask_again() {
        var never = HISTORY.add(placed("never-published"));

        var answer = read(FIRST.client(), never, "wait=1");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view.behind");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void a_token_of_other_topics_does_not_hold_up_a_view() {
        var stock = new StockReceived("tea", 1, "PO-1");
        var token = Published.token(List.of(HISTORY.add(stock)));

        var answer =
                FIRST.client()
                        .get(
                                "/api/v1/orders",
                                as(Tokens.member(MEMBER), "Consistency-Token", token));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void a_token_that_is_none_is_refused() {
        for (var garbage : List.of("v2.o1-1", "v1.o1", "v1.x1-1", "o", "v1.o1-zzzzzzzzzzzzz")) {
            var answer =
                    FIRST.client()
                            .get(
                                    "/api/v1/orders",
                                    as(Tokens.member(MEMBER), "Consistency-Token", garbage));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("request.invalid");
        }
    }

    @Test
    void a_write_that_was_put_aside_is_not_said_to_be_read() {
        var unreadable = HISTORY.add(paid("never-placed"));
        BROKER.publish(unreadable);
        var later = HISTORY.add(placed("later"));
        BROKER.publish(later);

        for (Instance instance : List.of(FIRST, SECOND)) {
            var answer = read(instance.client(), unreadable, "wait=10");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("view.behind");
            assertThat(answer.header("Retry-After")).isEqualTo("30");
            assertThat(answer.json().path("detail").asString()).contains("waits for an operator");
            assertThat(read(instance.client(), later, "wait=10").status()).isEqualTo(200);
        }

        discard("never-placed");
        assertThat(read(SECOND.client(), unreadable, "wait=10").status()).isEqualTo(404);
    }

    @Test
    void a_write_that_was_put_aside_is_not_read_from_memory_either() {
        var placed = HISTORY.add(placed("cut-short"));
        BROKER.publish(placed);
        assertThat(read(SECOND.client(), placed, "wait=10").status()).isEqualTo(200);
        var lost = HISTORY.add(paid("cut-short"));
        var whole = BROKER.record(lost);
        BROKER.send(
                List.of(
                        new ProducerRecord<>(
                                whole.topic(), null, whole.key(), new byte[0], whole.headers())));

        assertThat(read(SECOND.client(), lost, "wait=10").code()).isEqualTo("view.behind");
        var asItIs = SECOND.client().get("/api/v1/orders/cut-short", as(Tokens.member(MEMBER)));
        assertThat(asItIs.json().path("status").asString()).isEqualTo("AWAITING_PAYMENT");

        discard("cut-short");
        assertThat(read(SECOND.client(), lost, "wait=10").status()).isEqualTo(200);
    }

    private static void discard(String order) {
        var letters = "/ops/projections/order_view/dead-letters";
        var operator = as(Tokens.staff("OPERATOR"));
        var letter =
                FIRST.client()
                        .get(letters, operator)
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(it -> it.path("aggregateId").asString().equals(order))
                        .findFirst()
                        .orElseThrow();
        FIRST.client()
                .post(
                        letters + "/" + letter.path("id").asLong() + "/discard",
                        "{\"reason\":\"a test\"}",
                        operator);
    }

    @Test
    void writes_are_read_on_every_instance_while_generations_are_swapped() {
        var operator = as(Tokens.staff("OPERATOR"));
        var rebuilds = "/ops/projections/order_view/rebuilds";
        var rebuild = FIRST.client().post(rebuilds, "{\"mode\":\"REPLACE\"}", operator).json();
        var status = rebuilds + "/" + rebuild.path("rebuildId").asString();
        int written = 0;
        int afterwards = 0;
        while (afterwards < 20) {
            var order = HISTORY.add(placed("swap-" + written++));
            BROKER.publish(order);
            assertThat(read(FIRST.client(), order, "wait=10").status()).isEqualTo(200);
            assertThat(read(SECOND.client(), order, "wait=10").status()).isEqualTo(200);
            var state = SECOND.client().get(status, operator).json().path("state").asString();
            afterwards += state.equals("DONE") ? 1 : 0;
            assertThat(written).isLessThan(2_000);
        }
    }
}
