package dev.qingdan.query.order;

import dev.qingdan.query.platform.web.Reads;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shop's day at a glance. */
@RestController
@Reads(OrderViewProjection.NAME)
class OverviewApi {

    private static final ZoneId SHOPS_ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * @param revenueToday what today's orders were paid, less those that were called off or
     *     refunded
     */
    record Overview(
            long ordersToday,
            long revenueToday,
            long awaitingPayment,
            long toAccept,
            long preparing,
            long ready) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    OverviewApi(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping("/api/v1/staff/overview")
    Overview overview(@RequestParam(required = false) @Nullable String shopId) {
        var today = LocalDate.now(clock.withZone(SHOPS_ZONE)).atStartOfDay(SHOPS_ZONE);
        return jdbc.sql(
                        """
                        select * from
                            (select count(*) as orders_today,
                                    coalesce(sum(payable) filter (
                                        where status in ('PAID', 'PREPARING', 'READY', 'COMPLETED')), 0) as revenue_today
                             from order_view
                             where order_id >= :first and placed_at >= :today and (:shop::text is null or shop_id = :shop)) today,
                            (select count(*) filter (where status = 'AWAITING_PAYMENT') as awaiting_payment,
                                    count(*) filter (where status = 'PAID') as to_accept,
                                    count(*) filter (where status = 'PREPARING') as preparing,
                                    count(*) filter (where status = 'READY') as ready
                             from order_view
                             where status in ('AWAITING_PAYMENT', 'PAID', 'PREPARING', 'READY')
                               and (:shop::text is null or shop_id = :shop)) open
                        """)
                .param("first", OrderIds.firstPlacedAt(today.toInstant()))
                .param("today", today.toOffsetDateTime())
                .param("shop", shopId)
                .query(Overview.class)
                .single();
    }
}
