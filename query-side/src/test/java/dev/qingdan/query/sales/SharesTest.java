package dev.qingdan.query.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void a_fen_that_cannot_be_divided_goes_where_rounding_took_most() {
        assertThat(Shares.of(100, List.of(1L, 1L, 1L))).containsExactly(34L, 33L, 33L);
        assertThat(Shares.of(10, List.of(55L, 25L, 20L))).containsExactly(6L, 2L, 2L);
        assertThat(Shares.of(11, List.of(55L, 25L, 20L))).containsExactly(6L, 3L, 2L);
    }

    @Test
    void lines_without_a_price_share_nothing_and_everything() {
        assertThat(Shares.of(0, List.of(0L, 0L))).containsExactly(0L, 0L);
        assertThat(Shares.of(5, List.of(0L, 10L))).containsExactly(0L, 5L);
    }

    @Test
    void no_fen_is_lost_and_no_part_gets_more_than_its_weight() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var weights =
                    LongStream.generate(() -> random.nextLong(1_000_000_000_000L))
                            .limit(1 + random.nextInt(50))
                            .boxed()
                            .toList();
            var whole = weights.stream().mapToLong(Long::longValue).sum();
            var amount = whole == 0 ? 0 : random.nextLong(whole + 1);

            var shares = Shares.of(amount, weights);

            assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
            for (int part = 0; part < weights.size(); part++) {
                assertThat(shares.get(part)).isBetween(0L, weights.get(part));
            }
        }
    }
}
