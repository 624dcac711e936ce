package dev.qingdan.events;

import java.time.Instant;

/**
 * An event in a form that is told no more. What was stored and sent so stays so for ever; whoever
 * reads it gets {@link #upcast today's form} instead, so that no aggregate and no projection knows
 * both.
 */
public sealed interface SupersededEvent extends DomainEvent {

    /** The same fact in today's form; its type is the one that replaced this one. */
    DomainEvent upcast();

    @Override
    default String aggregateId() {
        return upcast().aggregateId();
    }

    /**
     * WeChat gave the refund up. Replaced by RefundGivenUp, which tells a refusal from a refund
     * that came to nothing; {@code reason} was either the one's code or the other's status.
     */
    record RefundFailed(String orderId, String refundId, String reason, Instant failedAt)
            implements SupersededEvent {

        @Override
        public OrderEvent.RefundGivenUp upcast() {
            return new OrderEvent.RefundGivenUp(
                    orderId, refundId, RefundFailure.of(reason), failedAt);
        }
    }
}
