package dev.qingdan.query.order;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.MEMBER;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderApiTest {

    private static final Broker BROKER = new Broker();
    private static final Instance INSTANCE =
            Instance.start(TestPostgres.freshDatabase("query"), BROKER);
    private static final Client CLIENT = INSTANCE.client();

    @BeforeAll
    static void publish() {
        BROKER.publish(History.of(placed("order-1"), paid("order-1")).events());
        await().until(() ->
                CLIENT.get("/api/v1/orders/order-1", as(Tokens.member(MEMBER))).status() == 200);
    }

    @AfterAll
    static void close() {
        INSTANCE.close();
        BROKER.close();
    }

    @Test
    void a_member_reads_their_order() {
        var answer = CLIENT.get("/api/v1/orders/order-1", as(Tokens.member(MEMBER)));
        assertThat(answer.json().path("status").asString()).isEqualTo("PAID");
    }
}
