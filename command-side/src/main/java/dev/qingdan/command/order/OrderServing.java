package dev.qingdan.command.order;

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
    private final Clock clock;

    OrderServing(Orders orders, StockLedger stock, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.clock = clock;
    }

    /** The goods leave the shelf with the first acceptance, not with its repetition. */
    Order accept(String orderId) {
        var events = orders.run(new AcceptOrder(orderId, clock.instant()));
        var order = orders.holdOf(orderId);
        if (!events.isEmpty()) {
            stock.issue(orderId, order.pieces());
        }
        return order;
    }

    Order makeReady(String orderId) {
        orders.run(new MakeReady(orderId, pickupCode(), clock.instant()));
        return orders.holdOf(orderId);
    }

    Order handOver(String orderId, String pickupCode) {
        orders.run(new HandOver(orderId, pickupCode, clock.instant()));
        return orders.holdOf(orderId);
    }

    private static String pickupCode() {
        return "%04d".formatted(RANDOM.nextInt(10_000));
    }
}
