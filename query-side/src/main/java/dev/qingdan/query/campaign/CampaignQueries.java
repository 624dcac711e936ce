package dev.qingdan.query.campaign;

import dev.qingdan.query.campaign.CampaignView.CampaignStatus;
import dev.qingdan.query.platform.sql.Selection;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads campaigns, the latest first: their ids rise with time. */
@Component
class CampaignQueries {

    private static final String COLUMNS =
            """
            select c.campaign_id, shop_id, name, minimum_spend, amount_off, percent_off, valid_from,
                   valid_until, quantity, taken, coalesce(used, 0) as used, closed_at
            from campaign_view c left join campaign_use u on u.campaign_id = c.campaign_id\
            """;

    private final JdbcClient jdbc;

    CampaignQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those from which coupons can be taken at that moment, also where none is left. */
    List<CampaignView> open(
            @Nullable String shopId, Instant now, @Nullable Cursor after, Limit limit) {
        var open =
                Selection.of(COLUMNS)
                        .where("closed_at is null and valid_from <= ?", now)
                        .where("valid_until > ?", now);
        return page(open, shopId, now, after, limit);
    }

    List<CampaignView> all(
            @Nullable String shopId, Instant now, @Nullable Cursor after, Limit limit) {
        return page(Selection.of(COLUMNS), shopId, now, after, limit);
    }

    private List<CampaignView> page(
            Selection selection,
            @Nullable String shopId,
            Instant now,
            @Nullable Cursor after,
            Limit limit) {
        return selection
                .whereGiven("shop_id = ?", shopId)
                .whereGiven("c.campaign_id < ?", after == null ? null : after.text(0))
                .orderBy("c.campaign_id desc", limit.andOne())
                .list(jdbc, (row, _) -> campaign(row, now));
    }

    private static CampaignView campaign(ResultSet row, Instant now) throws SQLException {
        var validFrom = moment(row, "valid_from");
        var validUntil = moment(row, "valid_until");
        boolean closed = row.getObject("closed_at") != null;
        int quantity = row.getInt("quantity");
        int taken = row.getInt("taken");
        return new CampaignView(
                row.getString("campaign_id"),
                row.getString("shop_id"),
                row.getString("name"),
                CampaignStatus.of(validFrom, validUntil, closed, now),
                row.getLong("minimum_spend"),
                row.getObject("amount_off", Long.class),
                row.getObject("percent_off", Integer.class),
                validFrom,
                validUntil,
                quantity,
                taken,
                row.getLong("used"),
                closed ? 0 : quantity - taken);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
