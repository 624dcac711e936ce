package dev.qingdan.command.order;

import static dev.qingdan.command.order.OrderSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.order.OrderCommand.*;
import dev.qingdan.events.OrderEvent.*;
import dev.qingdan.events.OrderLine;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever portions a discounted order is asked back in, they come to what was paid. */
class RefundSharesTest {

    private static final int ORDERS = 2_000;

    private final Random random = new Random(20261122);

    @Test
    void claims_for_all_pieces_come_to_exactly_what_was_paid() {
        for (int i = 0; i < ORDERS; i++) {
            var order = paidOrder();
            while (!order.piecesLess(order.money().claimedPieces()).isEmpty()) {
                order = askForOne(order);
                assertThat(order.money().claimed()).isLessThanOrEqualTo(order.payable());
                order = answer(order);
            }
            assertThat(order.money().claimed()).isEqualTo(order.payable());
        }
    }

    /** Between one and three lines of a few pieces, and a discount of anything but all. */
    private Order paidOrder() {
        var lines =
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i ->
                                OrderLine.of(
                                        "sku-" + i,
                                        "Tea",
                                        100 + random.nextInt(10_000),
                                        1 + random.nextInt(3)))
                        .toList();
        long total = lines.stream().mapToLong(OrderLine::amount).sum();
        long discount = random.nextLong(total / 2);
        var placed =
                new OrderPlaced(
                        "order-1",
                        "li",
                        "shop-1",
                        "1122-0042",
                        lines,
                        total,
                        discount,
                        total - discount,
                        "coupon-1",
                        NOON,
                        LATER);
        return given(placed, new OrderPaid("order-1", "pay-1", total - discount, NOON), ACCEPTED);
    }

    private Order askForOne(Order order) {
        var left = List.copyOf(order.piecesLess(order.money().claimedPieces()).keySet());
        var sku = left.get(random.nextInt(left.size()));
        var id = "refund-" + order.money().refunds().size();
        return afterwards(order, new AskRefund("order-1", id, Map.of(sku, 1), LATER));
    }

    /** Now and then the shop says no, and the piece is asked for again. */
    private Order answer(Order order) {
        var refunds = order.money().refunds().size();
        var id = "refund-" + (refunds - 1);
        return random.nextInt(10) == 0 && refunds < 10
                ? afterwards(order, new RejectRefund("order-1", id, LATER))
                : afterwards(order, new ApproveRefund("order-1", id, LATER));
    }

    private static Order afterwards(Order order, OrderCommand command) {
        var after = order;
        for (var event : order.decide(command).orThrow()) {
            after = after.evolve(event);
        }
        return after;
    }
}
