package dev.qingdan.command.order;

/** Where an order stands; all but {@code NONE}, no order yet, are published. */
public enum OrderStatus {
    NONE,
    AWAITING_PAYMENT,
    PAID,
    PREPARING,
    READY,
    COMPLETED,
    CANCELLED,
    EXPIRED,
    REFUNDED
}
