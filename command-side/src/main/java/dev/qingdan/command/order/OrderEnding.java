package dev.qingdan.command.order;

import dev.qingdan.command.order.OrderCommand.CancelOrder;
import dev.qingdan.command.order.OrderCommand.ExpireOrder;
import dev.qingdan.command.order.OrderRefusal.StillBeingPaid;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.command.platform.http.TakesSteps;
import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.CancelledBy;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends orders that nobody gets goods for. First WeChat stops taking money, then the order ends, and
 * only then, in the same unit of work, others can have its stock: whoever could still pay would pay
 * for what is gone.
 */
@Component
class OrderEnding {

    private final Orders orders;
    private final PaymentGate payments;
    private final OrderHoldings holdings;
    private final OrderTexts texts;
    private final Ids ids;
    private final Clock clock;

    OrderEnding(
            Orders orders,
            PaymentGate payments,
            OrderHoldings holdings,
            OrderTexts texts,
            Ids ids,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.holdings = holdings;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * In one unit of work that is committed with others, where the order waits for money and nobody
     * was asked for any; everything else takes {@link #cancel steps}.
     */
    OrderStatus cancelAtOnce(String orderId, String memberId, @Nullable String reason) {
        var before = orders.holdOf(orderId, memberId);
        if (before.status() != OrderStatus.AWAITING_PAYMENT) {
            throw new TakesSteps();
        }
        payments.requireNotOpen(orderId);
        orders.run(cancellation(orderId));
        var after = orders.holdOf(orderId);
        holdings.free(before, after);
        texts.keepCancellationReason(orderId, memberId, reason);
        return after.status();
    }

    OrderStatus cancel(String orderId, String memberId, @Nullable String reason, Steps steps) {
        steps.inUnitOfWork(() -> orders.status(orderId, memberId));
        payments.close(orderId, steps);
        return steps.inUnitOfWork(() -> {
            end(cancellation(orderId));
            texts.keepCancellationReason(orderId, memberId, reason);
            return orders.status(orderId, memberId);
        });
    }

    private CancelOrder cancellation(String orderId) {
        return new CancelOrder(
                orderId, CancelledBy.MEMBER, ids.generateIdentifier(), clock.instant());
    }

    void expire(String orderId, Steps steps) {
        payments.close(orderId, steps);
        steps.inUnitOfWork(() -> end(new ExpireOrder(orderId, clock.instant())));
    }

    private List<OrderEvent> end(OrderCommand command) {
        var before = orders.holdOf(command.orderId());
        if (payments.isOpen(command.orderId())) {
            throw new CommandRefused(new StillBeingPaid());
        }
        var events = orders.run(command);
        Orders.refundIn(events).ifPresent(payments::requestRefund);
        holdings.free(before, orders.holdOf(command.orderId()));
        return events;
    }
}
