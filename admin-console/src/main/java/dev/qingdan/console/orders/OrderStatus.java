package dev.qingdan.console.orders;

/** Where an order is on its way. */
enum OrderStatus {
    AWAITING_PAYMENT,
    PAID,
    PREPARING,
    READY,
    COMPLETED,
    CANCELLED,
    EXPIRED,
    REFUNDED
}
