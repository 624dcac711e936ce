package dev.qingdan.query.funnel;

import dev.qingdan.query.platform.calendar.DayRange;
import dev.qingdan.query.platform.web.Reads;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The steps of all the hours that are asked for together, which has a median of its own. */
@RestController
@Reads(FunnelProjection.NAME)
class FunnelTotalApi {

    /**
     * @param medianMinutesToReady from payment to readiness; none where nothing was made ready
     */
    record Total(
            long placed,
            long paid,
            long expired,
            long cancelled,
            long refunded,
            @Nullable Integer medianMinutesToReady) {}

    private final JdbcClient jdbc;

    FunnelTotalApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/staff/funnel/total")
    Total total(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        var days = new DayRange(from, to);
        return jdbc.sql(
                        """
                        with asked as (select :shop::text as shop, :from::date as first, :to::date as last)
                        select * from
                            (select coalesce(sum(placed), 0) as placed, coalesce(sum(paid), 0) as paid,
                                    coalesce(sum(expired), 0) as expired, coalesce(sum(cancelled), 0) as cancelled,
                                    coalesce(sum(refunded), 0) as refunded
                             from funnel_hour, asked
                             where (shop is null or shop_id = shop)
                               and (first is null or day >= first) and (last is null or day <= last)) steps,
                            (select min(minutes) as median_minutes_to_ready
                             from (select minutes, sum(sum(orders)) over (order by minutes) as ready_by_then,
                                          sum(sum(orders)) over () as ready
                                   from preparation_time, asked
                                   where (shop is null or shop_id = shop)
                                     and (first is null or day >= first) and (last is null or day <= last)
                                   group by minutes) times
                             where 2 * ready_by_then >= ready) median
                        """)
                .param("shop", shopId)
                .param("from", days.from())
                .param("to", days.to())
                .query(Total.class)
                .single();
    }
}
