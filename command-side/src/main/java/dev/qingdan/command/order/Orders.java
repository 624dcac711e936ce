package dev.qingdan.command.order;

import dev.qingdan.command.member.MemberPoints;
import dev.qingdan.command.order.OrderCommand.CompleteRefund;
import dev.qingdan.command.order.OrderCommand.FailRefund;
import dev.qingdan.command.order.OrderCommand.PlaceOrder;
import dev.qingdan.command.order.OrderCommand.RecordPayment;
import dev.qingdan.command.order.OrderRefusal.NothingToPay;
import dev.qingdan.command.order.OrderRefusal.OrderNotFound;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.Shell;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.command.platform.store.Holds;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderEvent.RefundRequested;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Orders as other features may use them, inside of a unit of work. */
@Component
public class Orders {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Repository<OrderAggregate> repository;
    private final Holds holds;
    private final MemberPoints points;
    private final Ids ids;
    private final Clock clock;

    Orders(
            Repository<OrderAggregate> repository,
            Holds holds,
            MemberPoints points,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.holds = holds;
        this.points = points;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a payment must know of the order that it is for. */
    public record Payable(
            String orderId, String memberId, String number, long amount, Instant payBefore) {}

    /** Refuses where the order is not this member's or does not wait for money. */
    public Payable payable(String orderId, String memberId) {
        var order = holdOf(orderId, memberId);
        if (!order.isPayableAt(clock.instant())) {
            throw new CommandRefused(new NothingToPay(order.status()));
        }
        return new Payable(
                orderId,
                memberId,
                order.placed().number(),
                order.payable(),
                order.placed().payBefore());
    }

    public OrderStatus status(String orderId, String memberId) {
        return holdOf(orderId, memberId).status();
    }

    /** The refund that follows, where the order does not want the money. */
    public Optional<RefundRequested> recordPayment(
            String orderId, String paymentId, long amount, Instant paidAt) {
        return refundIn(
                run(
                        new RecordPayment(
                                orderId,
                                paymentId,
                                amount,
                                paidAt,
                                ids.generateIdentifier(),
                                clock.instant())));
    }

    /** Points that the order has brought are taken back with the money. */
    public void completeRefund(String orderId, String refundId, long amount, Instant completedAt) {
        var before = holdOf(orderId);
        run(new CompleteRefund(orderId, refundId, amount, completedAt));
        if (before.status() == OrderStatus.COMPLETED) {
            long kept = holdOf(orderId).kept();
            points.takeBack(before.memberId(), orderId, refundId, before.kept(), kept);
        }
    }

    public void failRefund(String orderId, String refundId, String reason) {
        run(new FailRefund(orderId, refundId, reason, clock.instant()));
    }

    /**
     * Keeps every other unit of work away from this order until this one ends, in other instances
     * too: even one that only looks at the order and then acts elsewhere.
     */
    public void hold(String orderId) {
        holds.take(orderId);
    }

    Order holdOf(String orderId, String memberId) {
        var order = holdOf(orderId);
        if (!order.belongsTo(memberId)) {
            throw new CommandRefused(new OrderNotFound());
        }
        return order;
    }

    Order holdOf(String orderId) {
        return held(orderId).invoke(OrderAggregate::order);
    }

    List<OrderEvent> run(OrderCommand command) {
        return held(command.orderId()).invoke(order -> order.run(command));
    }

    private Aggregate<OrderAggregate> held(String orderId) {
        if (!ID.matcher(orderId).matches()) {
            throw new CommandRefused(new OrderNotFound());
        }
        hold(orderId);
        try {
            return repository.load(new StreamId(AggregateType.ORDER, orderId).toString());
        } catch (AggregateNotFoundException _) {
            throw new CommandRefused(new OrderNotFound());
        }
    }

    /** An order that was not there before. */
    OrderPlaced begin(PlaceOrder command) {
        var events = new ArrayList<OrderEvent>();
        Shell.begin(
                repository,
                OrderAggregate::new,
                created -> events.addAll(created.invoke(order -> order.run(command))));
        return (OrderPlaced) events.getFirst();
    }

    static Optional<RefundRequested> refundIn(List<OrderEvent> events) {
        return events.stream()
                .filter(RefundRequested.class::isInstance)
                .map(RefundRequested.class::cast)
                .findFirst();
    }
}
