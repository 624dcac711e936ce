package dev.qingdan.query.order;

/** Where an order stands, in the words of the API. */
enum OrderStatus {
    AWAITING_PAYMENT,
    PAID,
    PREPARING,
    READY,
    COMPLETED,
    CANCELLED,
    EXPIRED,
    REFUNDED;

    /** Nothing more happens to most of these. */
    boolean ended() {
        return this == COMPLETED || this == REFUNDED || calledOff();
    }

    /** Ended without the goods: money that goes back afterwards changes that no more. */
    boolean calledOff() {
        return this == CANCELLED || this == EXPIRED;
    }
}
