package dev.qingdan.query.order;

import dev.qingdan.query.order.OrderView.Refund;
import dev.qingdan.query.platform.cache.CachedAnswer;
import dev.qingdan.query.platform.document.Documents;
import dev.qingdan.query.platform.projection.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order's JSON and what lists are filtered and sorted by. */
record OrderRow(
        String orderId,
        String memberId,
        String shopId,
        String number,
        OrderStatus status,
        long payable,
        Instant placedAt,
        @Nullable Instant refundAwaitedSince,
        OrderView document,
        long version)
        implements Row {

    @Override
    public boolean settled() {
        return status.ended() && document.refunds().stream().noneMatch(Refund::isOnItsWay);
    }

    @Override
    public String audience() {
        return memberId;
    }

    /** The one that the row gives once it is read. */
    CachedAnswer answer() {
        return new CachedAnswer(memberId, version, Documents.write(document));
    }

    static OrderRow of(String memberId, OrderView view) {
        return new OrderRow(
                view.orderId(),
                memberId,
                view.shopId(),
                view.number(),
                view.status(),
                view.payable(),
                view.placedAt(),
                view.refundAwaitedSince(),
                view,
                view.version());
    }
}
