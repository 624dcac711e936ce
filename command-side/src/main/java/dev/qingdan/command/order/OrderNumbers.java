package dev.qingdan.command.order;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Short numbers for people, such as {@code 1122-0042}: unique in a shop on a day. They are drawn by
 * lot, so orders of one shop do not queue for a counter and nobody reads the shop's turnover off
 * its receipts. A full hat gives numbers with one digit more.
 */
@Repository
class OrderNumbers {

    private static final ZoneId SHOPS_TIME = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 9;

    private final JdbcClient jdbc;

    OrderNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String take(String shopId, Instant now) {
        var day = LocalDate.ofInstant(now, SHOPS_TIME);
        for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
            var number = MONTH_AND_DAY.format(day) + "-" + draw(digits);
            if (isNew(shopId, day, number)) {
                return number;
            }
        }
        throw new IllegalStateException("No number is left for shop " + shopId + " on " + day);
    }

    private static String draw(int digits) {
        return ("%0" + digits + "d").formatted(RANDOM.nextInt((int) Math.pow(10, digits)));
    }

    private boolean isNew(String shopId, LocalDate day, String number) {
        return jdbc.sql(
                                """
                                insert into order_number (shop_id, day, number)
                                values (:shop, :day, :number) on conflict do nothing
                                """)
                        .param("shop", shopId)
                        .param("day", day)
                        .param("number", number)
                        .update()
                == 1;
    }
}
