package dev.qingdan.infra.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.infra.benchmark.stack.Usage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void counts_of_a_mixture_only_whole_rounds() {
        assertThat(answers(350, 120, 100, 110).done(Kind.W2)).isEqualTo(300);
    }

    @Test
    void counts_of_one_kind_every_request() {
        assertThat(answers(350, 0, 0, 0).done(Kind.W1)).isEqualTo(350);
    }

    @Test
    void takes_a_refusal_for_an_error_only_where_none_is_meant() {
        var refused = new Load(10, 1, 0, 0, 0, 4, 1, 6, 0, 0, 0, 0, 4, 0, 0);
        assertThat(refused.errors(Kind.W1)).isEqualTo(5);
        assertThat(refused.errors(Kind.W4)).isEqualTo(1);
    }

    @Test
    void adds_up_only_where_every_accepted_order_has_its_piece() {
        assertThat(new Books.Sold(500, 500, 0, 500).adds()).isTrue();
        assertThat(new Books.Sold(500, 501, -1, 501).adds()).isFalse();
        assertThat(new Books.Sold(500, 499, 1, 500).adds()).isFalse();
        assertThat(new Books.Sold(500, 500, 1, 500).adds()).isFalse();
    }

    @Test
    void counts_a_run_only_where_relay_and_projections_have_kept_up() {
        assertThat(endedBehindBy(0.99).counted()).isTrue();
        assertThat(endedBehindBy(1.0).counted()).isFalse();
    }

    private static Run endedBehindBy(double seconds) {
        var nothing = new Usage(Map.of());
        return Run.of(Kind.W1, 1, answers(1, 0, 0, 0), nothing, nothing, seconds);
    }

    private static Load answers(long requests, long placed, long changed, long read) {
        return new Load(requests, 1, 0, 0, 0, 0, 0, placed, changed, 0, read, 0, 0, 0, 0);
    }
}
