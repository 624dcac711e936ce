package dev.qingdan.console.sales;

import java.time.LocalDate;

/** What was sold and given back on one day, in all shops that are looked at; money in fen. */
record Day(LocalDate day, long orders, long quantity, long revenue, long refunds) {

    Day and(Day other) {
        return new Day(
                day,
                orders + other.orders,
                quantity + other.quantity,
                revenue + other.revenue,
                refunds + other.refunds);
    }

    public long getNet() {
        return revenue - refunds;
    }
}
