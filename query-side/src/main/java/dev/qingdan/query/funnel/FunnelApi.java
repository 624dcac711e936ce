package dev.qingdan.query.funnel;

import dev.qingdan.query.platform.calendar.DayRange;
import dev.qingdan.query.platform.sql.Selection;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The steps that orders take by hour, for staff, the latest hour first. */
@RestController
@Reads(FunnelProjection.NAME)
class FunnelApi {

    /**
     * @param hour its beginning
     * @param medianMinutesToReady from payment to readiness, of the orders that were made ready in
     *     this hour; none where there were none
     */
    record Hour(
            String shopId,
            Instant hour,
            int placed,
            int paid,
            int expired,
            int cancelled,
            int refunded,
            @Nullable Integer medianMinutesToReady) {

        private Cursor cursor() {
            return Cursor.after(hour, shopId);
        }
    }

    private final JdbcClient jdbc;

    FunnelApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/staff/funnel")
    Page<Hour> hours(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var days = new DayRange(from, to);
        var most = Limit.of(limit);
        var after = Cursor.parse(cursor, 2);
        var selection =
                Selection.of("select * from funnel")
                        .whereGiven("shop_id = ?", shopId)
                        .whereGiven("day >= ?", days.from())
                        .whereGiven("day <= ?", days.to());
        if (after != null) {
            selection.where(
                    "starts_at <= ? and (starts_at < ? or shop_id > ?)",
                    after.moment(0),
                    after.moment(0),
                    after.text(1));
        }
        var found =
                selection
                        .orderBy("starts_at desc, shop_id", most.andOne())
                        .list(jdbc, FunnelApi::read);
        return Page.of(found, most, Hour::cursor, Function.identity());
    }

    private static Hour read(ResultSet row, int number) throws SQLException {
        return new Hour(
                row.getString("shop_id"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getInt("placed"),
                row.getInt("paid"),
                row.getInt("expired"),
                row.getInt("cancelled"),
                row.getInt("refunded"),
                row.getObject("minutes_to_ready", Integer.class));
    }
}
