package dev.qingdan.command.order;

import dev.qingdan.command.member.MemberPoints;
import dev.qingdan.command.order.OrderCommand.AcceptOrder;
import dev.qingdan.command.order.OrderCommand.HandOver;
import dev.qingdan.command.order.OrderCommand.MakeReady;
import dev.qingdan.command.stock.StockLedger;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The shop's side of a paid order. */
@Component
class OrderServing {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Orders orders;
    private final StockLedger stock;
    private final MemberPoints points;
    private final Clock clock;

    OrderServing(Orders orders, StockLedger stock, MemberPoints points, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.points = points;
        this.clock = clock;
    }

    /** The goods leave the shelf with the first acceptance, not with its repetition. */
    Order accept(String orderId) {
        var held = orders.holdOf(orderId).held();
        var events = orders.run(new AcceptOrder(orderId, clock.instant()));
        if (!events.isEmpty()) {
            stock.issue(orderId, held);
        }
        return orders.holdOf(orderId);
    }

    Order makeReady(String orderId) {
        orders.run(new MakeReady(orderId, pickupCode(), clock.instant()));
        return orders.holdOf(orderId);
    }

    /** Points are earned by the first handover, not by its repetition. */
    Order handOver(String orderId, String pickupCode) {
        var events = orders.run(new HandOver(orderId, pickupCode, clock.instant()));
        var order = orders.holdOf(orderId);
        if (!events.isEmpty()) {
            points.earn(order.memberId(), orderId, order.kept());
        }
        return order;
    }

    private static String pickupCode() {
        return "%04d".formatted(RANDOM.nextInt(10_000));
    }
}
