package dev.qingdan.command.order;

import dev.qingdan.command.platform.store.BatchTable;
import dev.qingdan.command.platform.store.BatchTable.Column;
import dev.qingdan.command.platform.store.Writes;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Short numbers for people, such as {@code 1122-0042}: unique in a shop on a day. They are drawn by
 * lot, so orders of one shop do not queue for a counter and nobody reads the shop's turnover off
 * its receipts. A hat that fills up gives numbers with one digit more.
 */
@Repository
class OrderNumbers {

    private static final ZoneId SHOPS_TIME = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 12;

    /** A shop's people read out up to so many digits; a busier one's look at a screen. */
    private static final int MOST_READ_OUT = 5;

    private static final int DAYS_IN_MIND = 2_000;

    private record Taken(String shopId, LocalDate day, String number) {}

    private record ShopDay(String shopId, LocalDate day) {}

    /** A number that somebody else has drawn meanwhile is drawn again, with all of its order. */
    private static final BatchTable<Taken> TABLE =
            new BatchTable<>(
                    "order_number",
                    3,
                    BatchTable.Repeat.CONFLICTS,
                    List.of(
                            new Column<>("shop_id", "text", Taken::shopId),
                            new Column<>("day", "date", Taken::day),
                            new Column<>("number", "text", Taken::number)));

    private final JdbcClient jdbc;
    private final Writes writes;
    private final Map<ShopDay, Hat> hats = new ConcurrentHashMap<>();

    OrderNumbers(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    String take(String shopId, Instant now) {
        var day = LocalDate.ofInstant(now, SHOPS_TIME);
        var number = MONTH_AND_DAY.format(day) + "-" + hat(shopId, day).draw();
        writes.add(TABLE, new Taken(shopId, day, number));
        return number;
    }

    /** What other instances draw is only counted when this one begins to. */
    private Hat hat(String shopId, LocalDate day) {
        if (hats.size() > DAYS_IN_MIND) {
            hats.clear();
        }
        return hats.computeIfAbsent(new ShopDay(shopId, day), shopDay -> new Hat(count(shopDay)));
    }

    private long count(ShopDay shopDay) {
        return jdbc.sql("select count(*) from order_number where shop_id = :shop and day = :day")
                .param("shop", shopDay.shopId())
                .param("day", shopDay.day())
                .query(Long.class)
                .single();
    }

    static int digits(long drawn) {
        int digits = FEWEST_DIGITS;
        while (digits < MOST_DIGITS && drawn * lotsForEach(digits) > lots(digits)) {
            digits++;
        }
        return digits;
    }

    /**
     * One draw in so many, at most, is of a number that is taken: its order is decided again, and
     * so is what was decided on what it would have left, which is much where orders come fast.
     */
    private static int lotsForEach(int digits) {
        return digits <= MOST_READ_OUT ? 50 : 10_000;
    }

    private static long lots(int digits) {
        return Math.round(Math.pow(10, digits));
    }

    /**
     * Out of it come the numbers of a shop's day; this instance draws none of the short ones twice.
     */
    private static final class Hat {

        private final BitSet out = new BitSet();
        private int digits = FEWEST_DIGITS;
        private long drawn;

        Hat(long drawn) {
            this.drawn = drawn;
        }

        synchronized String draw() {
            drawn++;
            if (digits(drawn) > digits) {
                digits = digits(drawn);
                out.clear();
            }
            long lots = lots(digits);
            long lot = RANDOM.nextLong(lots);
            while (digits <= MOST_READ_OUT && out.get((int) lot)) {
                lot = RANDOM.nextLong(lots);
            }
            if (digits <= MOST_READ_OUT) {
                out.set((int) lot);
            }
            // With its leading zeros
            return Long.toString(lots + lot).substring(1);
        }
    }
}
