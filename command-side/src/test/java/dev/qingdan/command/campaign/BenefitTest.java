package dev.qingdan.command.campaign;

import static dev.qingdan.command.campaign.CampaignSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenefitTest {

    @Test
    void takes_off_an_amount() {
        assertThat(TEN_OFF_SIXTY.discountOn(6_000)).isEqualTo(1_000);
        assertThat(TEN_OFF_SIXTY.discountOn(1_000_000)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"10, 6800, 680", "10, 99, 9", "15, 1, 0", "99, 1000000000, 990000000"})
    void takes_off_a_percentage_rounded_down_to_whole_fen(int percent, long total, long off) {
        assertThat(new Benefit(0, null, percent).discountOn(total)).isEqualTo(off);
    }

    /** WeChat takes no order of nothing. */
    @Test
    void leaves_at_least_a_fen_to_pay_whatever_the_order_comes_to() {
        var random = new Random(20261122);
        for (int i = 0; i < 10_000; i++) {
            long minimum = 2 + random.nextLong(100_000);
            var amount = new Benefit(minimum, 1 + random.nextLong(minimum - 1), null);
            var percent = new Benefit(0, null, 1 + random.nextInt(99));
            long total = minimum + random.nextLong(1_000_000);

            assertThat(amount.leavesSomethingToPay()).isTrue();
            assertThat(total - amount.discountOn(total)).isPositive();
            assertThat(total - percent.discountOn(total)).isPositive();
            assertThat(1 - percent.discountOn(1)).isPositive();
        }
    }
}
