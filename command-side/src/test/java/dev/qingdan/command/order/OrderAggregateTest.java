package dev.qingdan.command.order;

import static dev.qingdan.command.order.OrderSamples.*;

import dev.qingdan.command.order.OrderCommand.AcceptOrder;
import dev.qingdan.command.order.OrderCommand.CompleteRefund;
import dev.qingdan.command.order.OrderCommand.ExpireOrder;
import dev.qingdan.command.order.OrderCommand.FailRefund;
import dev.qingdan.command.order.OrderCommand.HandOver;
import dev.qingdan.command.order.OrderCommand.MakeReady;
import dev.qingdan.command.order.OrderCommand.RecordPayment;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.events.OrderEvent.RefundCause;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundFailed;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** That Axon brings each command to the order; what the order makes of it is in OrderTest. */
class OrderAggregateTest {

    private final AggregateTestFixture<OrderAggregate> fixture =
            new AggregateTestFixture<>(OrderAggregate.class);

    @Test
    void places() {
        fixture.givenNoPriorActivity().when(PLACE).expectEvents(PLACED);
    }

    @Test
    void records_a_payment() {
        fixture.given(PLACED)
                .when(new RecordPayment("order-1", "pay-1", 4_200, NOON, "refund-1", LATER))
                .expectEvents(PAID_BY_1);
    }

    @Test
    void cancels() {
        fixture.given(PLACED).when(cancel("refund-1")).expectEvents(CANCELLED_BY_MEMBER);
    }

    @Test
    void expires() {
        fixture.given(PLACED).when(new ExpireOrder("order-1", LATER)).expectEvents(EXPIRED_LATER);
    }

    @Test
    void serves() {
        fixture.given(PLACED, PAID_BY_1)
                .when(new AcceptOrder("order-1", LATER))
                .expectEvents(ACCEPTED);
        fixture.given(PLACED, PAID_BY_1, ACCEPTED)
                .when(new MakeReady("order-1", "4711", LATER))
                .expectEvents(MADE_READY);
        fixture.given(PLACED, PAID_BY_1, ACCEPTED, MADE_READY)
                .when(new HandOver("order-1", "4711", LATER))
                .expectEvents(HANDED_OVER);
    }

    @Test
    void ends_a_refund() {
        var refund = refundOf("refund-1", "pay-1", RefundCause.CANCELLATION);

        fixture.given(PLACED, PAID_BY_1, CANCELLED_BY_MEMBER, refund)
                .when(new CompleteRefund("order-1", "refund-1", 4_200, LATER))
                .expectEvents(new RefundCompleted("order-1", "refund-1", 4_200, LATER));
        fixture.given(PLACED, PAID_BY_1, CANCELLED_BY_MEMBER, refund)
                .when(new FailRefund("order-1", "refund-1", "ABNORMAL", LATER))
                .expectEvents(new RefundFailed("order-1", "refund-1", "ABNORMAL", LATER));
    }

    @Test
    void a_refusal_leaves_no_event() {
        fixture.given(PLACED)
                .when(new AcceptOrder("order-1", LATER))
                .expectNoEvents()
                .expectException(CommandRefused.class);
    }
}
