package dev.qingdan.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderNumbersTest {

    @ParameterizedTest
    @CsvSource({"0, 4", "200, 4", "201, 5", "2000, 5", "2001, 8", "10001, 9", "100001, 10"})
    void numbers_are_short_as_long_as_few_are_drawn(long drawn, int digits) {
        assertThat(OrderNumbers.digits(drawn)).isEqualTo(digits);
    }
}
