package dev.qingdan.command.order;

import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.events.OrderEvent.RefundRequested;

/** What an order must have of its payments before it may end; payment provides it. */
public interface PaymentGate {

    /**
     * Asks WeChat to take no more money for this order, outside of any unit of work. Money that it
     * turns out to have is recorded. Refuses, as of the moment, where WeChat cannot say.
     */
    void close(String orderId, Steps steps);

    /** Whether somebody could still pay; to be asked while the order is held. */
    boolean isOpen(String orderId);

    /**
     * In a unit of work that is committed with others, which holds the order: nothing of it is
     * written where somebody could still pay by then.
     */
    void requireNotOpen(String orderId);

    /** Has the money sent back, in the unit of work of the order that says so. */
    void requestRefund(RefundRequested refund);
}
