package dev.qingdan.command.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.order.OrderingTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest extends OrderingTest {

    @ParameterizedTest
    @ValueSource(strings = {"jit", "enable_seqscan"})
    void what_makes_short_statements_slow_is_off(String setting) {
        assertThat(jdbc().sql("show " + setting).query(String.class).single()).isEqualTo("off");
    }
}
