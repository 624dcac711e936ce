package dev.qingdan.command.order;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Short numbers for people, such as {@code 1122-0042}: unique in a shop on a day, and in an order
 * that does not let anybody read the shop's turnover off its receipts ({@link Shuffle}). They are
 * counted; an instance takes many of the count at once and gives them out without asking anybody,
 * so orders of one shop do not queue for a counter. What an instance has taken and not given out
 * when it ends is never used.
 */
@Repository
class OrderNumbers {

    private static final ZoneId SHOPS_TIME = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DAYS_IN_MIND = 2_000;
    private static final int FEWEST_AT_ONCE = 10;
    private static final int MOST_AT_ONCE = 1_000;

    private record ShopDay(String shopId, LocalDate day) {}

    /** Some of a day's count, up to and without {@code end}. */
    private record Lease(long secret, long next, long end) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Map<ShopDay, Count> counts = new ConcurrentHashMap<>();

    OrderNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A number that nobody else is given, whatever becomes of the order. */
    String take(String shopId, Instant now) {
        var day = LocalDate.ofInstant(now, SHOPS_TIME);
        if (counts.size() > DAYS_IN_MIND) {
            counts.clear();
        }
        var count = counts.computeIfAbsent(new ShopDay(shopId, day), Count::new);
        return MONTH_AND_DAY.format(day) + "-" + count.next();
    }

    private Lease lease(ShopDay of, int many) {
        return ownTransaction.execute(_ ->
                jdbc.sql(
                                """
                                insert into order_number_lease as lease (shop_id, day, secret, next)
                                values (:shop, :day, :secret, :many)
                                on conflict (shop_id, day) do update set next = lease.next + :many
                                returning secret, next
                                """)
                        .param("shop", of.shopId())
                        .param("day", of.day())
                        .param("secret", RANDOM.nextLong())
                        .param("many", many)
                        .query((row, _) ->
                                new Lease(row.getLong(1), row.getLong(2) - many, row.getLong(2)))
                        .single());
    }

    private final class Count {

        private final ShopDay shopDay;
        private int many = FEWEST_AT_ONCE;
        private @Nullable Lease lease;
        private long next;

        Count(ShopDay shopDay) {
            this.shopDay = shopDay;
        }

        synchronized String next() {
            var left = lease;
            if (left == null || next == left.end()) {
                left = lease(shopDay, many);
                lease = left;
                next = left.next();
                many = Math.min(2 * many, MOST_AT_ONCE);
            }
            return Shuffle.digits(next++, left.secret());
        }
    }
}
