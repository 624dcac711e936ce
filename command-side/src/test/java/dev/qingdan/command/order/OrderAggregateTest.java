package dev.qingdan.command.order;

import static dev.qingdan.command.order.OrderSamples.*;

import dev.qingdan.command.order.OrderCommand.AcceptOrder;
import dev.qingdan.command.order.OrderCommand.ApproveRefund;
import dev.qingdan.command.order.OrderCommand.AskRefund;
import dev.qingdan.command.order.OrderCommand.CompleteRefund;
import dev.qingdan.command.order.OrderCommand.ExpireOrder;
import dev.qingdan.command.order.OrderCommand.FailRefund;
import dev.qingdan.command.order.OrderCommand.HandOver;
import dev.qingdan.command.order.OrderCommand.MakeReady;
import dev.qingdan.command.order.OrderCommand.RecordPayment;
import dev.qingdan.command.order.OrderCommand.RejectRefund;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.events.OrderEvent.RefundAsked;
import dev.qingdan.events.OrderEvent.RefundCause;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.OrderEvent.RefundRejected;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.RefundFailure;
import dev.qingdan.events.RefundLine;
import java.util.List;
import java.util.Map;
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
                .expectEvents(
                        new RefundGivenUp(
                                "order-1", "refund-1", RefundFailure.of("ABNORMAL"), LATER));
    }

    @Test
    void takes_what_a_member_asks_back_and_what_staff_say_to_it() {
        var lines = List.of(new RefundLine("cake", 1));
        var asked = new RefundAsked("order-1", "refund-1", 600, lines, LATER);

        fixture.given(PLACED, PAID_BY_1, ACCEPTED)
                .when(new AskRefund("order-1", "refund-1", Map.of("cake", 1), LATER))
                .expectEvents(asked);
        fixture.given(PLACED, PAID_BY_1, ACCEPTED, asked)
                .when(new ApproveRefund("order-1", "refund-1", LATER))
                .expectEvents(
                        new RefundRequested(
                                "order-1", "refund-1", "pay-1", 600, RefundCause.COMPLAINT, LATER));
        fixture.given(PLACED, PAID_BY_1, ACCEPTED, asked)
                .when(new RejectRefund("order-1", "refund-1", LATER))
                .expectEvents(new RefundRejected("order-1", "refund-1", LATER));
    }

    @Test
    void a_refusal_leaves_no_event() {
        fixture.given(PLACED)
                .when(new AcceptOrder("order-1", LATER))
                .expectNoEvents()
                .expectException(CommandRefused.class);
    }
}
