package dev.qingdan.command.order;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShuffleTest {

    private static final long SECRET = -7_046_029_254_386_353_131L;

    @ParameterizedTest
    @CsvSource({
        "0, 4",
        "9999, 4",
        "10000, 5",
        "109999, 5",
        "110000, 6",
        "1109999, 6",
        "1110000, 7"
    })
    void numbers_are_as_short_as_the_day_allows(long index, int digits) {
        assertThat(Shuffle.digits(index, SECRET)).matches("\\d{%d}".formatted(digits));
    }

    @Test
    void every_number_of_a_day_comes_once() {
        var numbers =
                LongStream.range(0, 1_110_000).mapToObj(i -> Shuffle.digits(i, SECRET)).toList();

        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void longer_ones_come_ten_thousand_at_a_time_with_the_same_beginning() {
        var beginnings =
                LongStream.range(0, 11)
                        .mapToObj(block -> beginnings(block * 10_000, (block + 1) * 10_000))
                        .toList();

        assertThat(beginnings).allMatch(ofBlock -> ofBlock.size() == 1).doesNotHaveDuplicates();
        assertThat(beginnings.subList(1, 11)).isNotEqualTo(sorted(beginnings.subList(1, 11)));
    }

    @Test
    void neighbours_do_not_lie_side_by_side() {
        long near =
                LongStream.range(1, 10_000)
                        .map(i -> Math.abs(number(i, SECRET) - number(i - 1, SECRET)))
                        .filter(distance -> distance < 100)
                        .count();

        // By lot two of a hundred lie that near
        assertThat(near).isBetween(100L, 300L);
    }

    @Test
    void another_day_has_another_order() {
        long same =
                LongStream.range(0, 10_000)
                        .filter(i -> number(i, SECRET) == number(i, ~SECRET))
                        .count();

        assertThat(same).isLessThan(10);
    }

    private static Set<String> beginnings(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(index -> Shuffle.digits(index, SECRET))
                .map(digits -> digits.substring(0, digits.length() - 4))
                .collect(toSet());
    }

    private static List<Set<String>> sorted(List<Set<String>> beginnings) {
        return beginnings.stream().sorted(comparing(it -> it.iterator().next())).toList();
    }

    private static long number(long index, long secret) {
        return Long.parseLong(Shuffle.digits(index, secret));
    }
}
