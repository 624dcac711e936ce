package dev.qingdan.query.member;

import dev.qingdan.events.MemberEvent.MemberLevel;
import dev.qingdan.query.member.MeApi.Me;
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

/** Reads members, and their coupons, those taken last first. */
@Component
class MemberQueries {

    private static final String COUPON_COLUMNS =
            """
            select coupon_id, campaign_id, shop_id, name, minimum_spend, amount_off, percent_off,
                   valid_until, taken_at, used_for
            from coupon\
            """;

    private final JdbcClient jdbc;

    MemberQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Me> member(String memberId) {
        return Selection.of("select member_id, points, level from member")
                .where("member_id = ?", memberId)
                .list(
                        jdbc,
                        (row, _) ->
                                new Me(
                                        row.getString(1),
                                        row.getLong(2),
                                        MemberLevel.valueOf(row.getString(3))))
                .stream()
                .findFirst();
    }

    List<CouponView> coupons(
            String memberId,
            @Nullable CouponStatus status,
            Instant now,
            @Nullable Cursor after,
            Limit limit) {
        var selection = Selection.of(COUPON_COLUMNS).where("member_id = ?", memberId);
        if (status != null) {
            status.narrow(selection, now);
        }
        if (after != null) {
            selection.where("(taken_at, coupon_id) < (?, ?)", after.moment(0), after.text(1));
        }
        return selection
                .orderBy("taken_at desc, coupon_id desc", limit.andOne())
                .list(jdbc, (row, _) -> coupon(row, now));
    }

    private static CouponView coupon(ResultSet row, Instant now) throws SQLException {
        var usedFor = row.getString("used_for");
        var validUntil = moment(row, "valid_until");
        return new CouponView(
                row.getString("coupon_id"),
                row.getString("campaign_id"),
                row.getString("shop_id"),
                row.getString("name"),
                CouponStatus.of(usedFor, validUntil, now),
                row.getLong("minimum_spend"),
                row.getObject("amount_off", Long.class),
                row.getObject("percent_off", Integer.class),
                validUntil,
                moment(row, "taken_at"),
                usedFor);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
