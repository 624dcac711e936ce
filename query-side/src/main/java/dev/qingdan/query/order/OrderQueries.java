package dev.qingdan.query.order;

import dev.qingdan.query.platform.cache.CachedAnswer;
import dev.qingdan.query.platform.sql.Like;
import dev.qingdan.query.platform.sql.Selection;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads orders, newest first: their ids sort by the time at which they were placed. */
@Component
class OrderQueries {

    /** An order's JSON as it is stored, and what a list needs to know beside it. */
    record Found(String orderId, String memberId, Instant placedAt, String document, long version) {

        /** With the moment, as cursors had it that clients may still hold; the id alone decides. */
        Cursor cursor() {
            return Cursor.after(placedAt, orderId);
        }

        CachedAnswer answer() {
            return new CachedAnswer(memberId, version, document);
        }
    }

    /** An order whose member waits for an answer. */
    record Awaited(Found order, Instant since) {

        Cursor cursor() {
            return Cursor.after(since, order.orderId());
        }
    }

    /**
     * What staff look for; what is null does not matter.
     *
     * @param number or its beginning
     */
    record Criteria(
            @Nullable String shopId, @Nullable OrderStatus status, @Nullable String number) {}

    private static final String COLUMNS =
            "select order_id, member_id, placed_at, document, version from order_view";

    private static final String AWAITED =
            """
            select order_id, member_id, placed_at, document, version, refund_awaited_since
            from order_view\
            """;

    private final JdbcClient jdbc;

    OrderQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Found> order(String orderId) {
        return Selection.of(COLUMNS)
                .where("order_id = ?", orderId)
                .list(jdbc, OrderQueries::read)
                .stream()
                .findFirst();
    }

    List<Found> ofMember(
            String memberId, @Nullable OrderStatus status, @Nullable Cursor after, Limit limit) {
        return page(Selection.of(COLUMNS).where("member_id = ?", memberId), status, after, limit);
    }

    List<Found> matching(Criteria criteria, @Nullable Cursor after, Limit limit) {
        var selection =
                Selection.of(COLUMNS)
                        .whereGiven("shop_id = ?", criteria.shopId())
                        .whereGiven("number like ?", Like.startingWith(criteria.number()));
        return page(selection, criteria.status(), after, limit);
    }

    /** Those whose members wait for an answer about a refund, the longest waiting first. */
    List<Awaited> awaitingRefund(@Nullable String shopId, @Nullable Cursor after, Limit limit) {
        var selection =
                Selection.of(AWAITED)
                        .where("refund_awaited_since is not null")
                        .whereGiven("shop_id = ?", shopId);
        if (after != null) {
            selection.where(
                    "(refund_awaited_since, order_id) > (?, ?)", after.moment(0), after.text(1));
        }
        return selection
                .orderBy("refund_awaited_since, order_id", limit.andOne())
                .list(jdbc, (row, number) -> new Awaited(read(row, number), moment(row, 6)));
    }

    private List<Found> page(
            Selection selection,
            @Nullable OrderStatus status,
            @Nullable Cursor after,
            Limit limit) {
        selection.whereGiven("status = ?", status == null ? null : status.name());
        if (after != null) {
            var _ = after.moment(0);
            selection.where("order_id < ?", after.text(1));
        }
        return selection.orderBy("order_id desc", limit.andOne()).list(jdbc, OrderQueries::read);
    }

    private static Found read(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getString(1),
                row.getString(2),
                moment(row, 3),
                row.getString(4),
                row.getLong(5));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
