package dev.qingdan.command.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What a coupon takes off an order, and from which sum on; exactly one of the last two is there.
 *
 * <p>It never takes off everything, since WeChat does not take an order of nothing: an amount is
 * less than the minimum spend, and a percentage less than a hundred.
 */
record Benefit(long minimumSpend, @Nullable Long amountOff, @Nullable Integer percentOff) {

    static final Benefit NONE = new Benefit(0, null, null);

    boolean isOfOneKind() {
        return (amountOff == null) != (percentOff == null);
    }

    boolean leavesSomethingToPay() {
        return amountOff == null || amountOff < minimumSpend;
    }

    /** A percentage is rounded down to whole fen. */
    long discountOn(long total) {
        if (amountOff != null) {
            return amountOff;
        }
        return percentOff == null ? 0 : total * percentOff / 100;
    }
}
