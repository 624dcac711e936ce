package dev.qingdan.query.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderIdsTest {

    /** Made in the last millisecond of November in Chinese time. */
    private static final String LAST_OF_NOVEMBER = "019ad57e-0fff-7fff-bfff-ffffffffffff";

    private static final Instant DECEMBER = Instant.parse("2025-11-30T16:00:00Z");

    @Test
    void an_order_that_got_its_id_just_before_midnight_may_be_of_the_new_day() {
        assertThat(OrderIds.firstPlacedAt(DECEMBER)).isLessThan(LAST_OF_NOVEMBER);
    }

    @Test
    void orders_of_the_day_before_are_passed_over_but_for_its_last_hour() {
        assertThat(OrderIds.firstPlacedAt(DECEMBER.plusSeconds(3_600)))
                .isGreaterThan(LAST_OF_NOVEMBER)
                .isEqualTo("019ad57e-1000-7000-8000-000000000000");
    }
}
