package dev.qingdan.infra.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.traffic.api.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** As a mini-program walks it. */
@ExtendWith(OneStackForAll.class)
class WholeWayTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration AFTER_THE_WINDOW = Duration.ofSeconds(60);

    private final RunningStack stack;

    WholeWayTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void an_order_is_placed_paid_and_seen_as_paid() throws InterruptedException {
        try (var mini = new MiniProgram(stack.addresses(), "o-whole-way")) {
            var product = mini.anyProduct();
            var placed = mini.order(product, 2);
            assertThat(placed.status()).as(placed.text()).isEqualTo(201);
            assertThat(placed.json().path("payable").asLong())
                    .isEqualTo(2 * product.path("price").asLong());

            var orderId = placed.text("orderId");
            var mine = mini.order(orderId, token(placed));
            assertThat(mine.path("status").asString()).isEqualTo("AWAITING_PAYMENT");
            assertThat(mine.path("number")).isEqualTo(placed.json().path("number"));

            assertThat(mini.pay(mini.prepay(orderId), "SUCCESS").status()).isEqualTo(201);
            await().atMost(SOON).until(() -> mini.status(orderId).equals("PAID"));
            assertThat(timeline(mini.order(orderId, null)))
                    .containsExactly("OrderPlaced", "OrderPaid");
        }
    }

    @Test
    void a_payment_whose_notification_is_lost_is_found_by_asking_WeChat()
            throws InterruptedException {
        try (var mini = new MiniProgram(stack.addresses(), "o-lost-notification")) {
            var orderId = mini.order(mini.anyProduct(), 1).text("orderId");
            mini.pay(mini.prepay(orderId), "SILENT");

            var check = mini.write("/api/v1/orders/" + orderId + "/payment-checks", Map.of());

            assertThat(check.text("status")).isEqualTo("PAID");
            assertThat(mini.order(orderId, token(check)).path("status").asString())
                    .isEqualTo("PAID");
        }
    }

    @Test
    void a_paid_order_that_is_called_off_is_refunded_in_full() throws InterruptedException {
        try (var mini = new MiniProgram(stack.addresses(), "o-called-off")) {
            var placed = mini.order(mini.anyProduct(), 3);
            var orderId = placed.text("orderId");
            mini.pay(mini.prepay(orderId), "SUCCESS");
            await().atMost(SOON).until(() -> mini.status(orderId).equals("PAID"));

            mini.write("/api/v1/orders/" + orderId + "/cancellation", Map.of("reason", "Too late"));

            await().atMost(SOON)
                    .until(
                            () -> timeline(mini.order(orderId, null)).toString(),
                            it -> it.endsWith("OrderCancelled, RefundRequested, RefundCompleted]"));
            var refund = mini.order(orderId, null).path("refunds").path(0);
            assertThat(refund.path("amount")).isEqualTo(placed.json().path("payable"));
        }
    }

    @Test
    void an_order_that_nobody_pays_expires_and_can_no_longer_be_paid() throws InterruptedException {
        try (var mini = new MiniProgram(stack.addresses(), "o-expired")) {
            var orderId = mini.order(mini.anyProduct(), 1).text("orderId");
            var prepayId = mini.prepay(orderId);
            await().atMost(AFTER_THE_WINDOW).until(() -> mini.status(orderId).equals("EXPIRED"));

            var late = mini.pay(prepayId, "SUCCESS");

            assertThat(late.code())
                    .as("closed at WeChat before the stock was released")
                    .isEqualTo("ORDER_CLOSED");
        }
    }

    private static String token(Reply reply) {
        return reply.header("Consistency-Token").orElseThrow();
    }

    private static List<String> timeline(JsonNode order) {
        return order.path("timeline").valueStream().map(it -> it.path("what").asString()).toList();
    }
}
