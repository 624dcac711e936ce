package dev.qingdan.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.InParallel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

class OrderNumbersTest extends OrderingTest {

    /** In the shops' time zone it is the morning of the next day. */
    private static final Instant LATE_IN_UTC = Instant.parse("2026-11-29T23:30:00Z");

    @Autowired private PlatformTransactionManager transactions;

    @Test
    void two_instances_give_out_each_number_of_a_shop_s_day_once() {
        var instances = List.of(instance(), instance());
        var shop = unique("shop");

        var numbers = InParallel.call(500, i -> instances.get(i % 2).take(shop, LATE_IN_UTC));

        assertThat(numbers).doesNotHaveDuplicates().allMatch(it -> it.matches("1130-\\d{4}"));
    }

    @Test
    void what_an_instance_has_not_given_out_is_not_given_out_by_the_next() {
        var shop = unique("shop");
        var first = instance().take(shop, LATE_IN_UTC);

        assertThat(instance().take(shop, LATE_IN_UTC)).isNotEqualTo(first);
    }

    private OrderNumbers instance() {
        return new OrderNumbers(jdbc(), transactions);
    }
}
