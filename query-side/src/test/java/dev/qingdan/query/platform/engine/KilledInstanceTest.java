package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Orders.accepted;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestKafka;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.InstanceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two instances share the partitions; one is killed, and the other takes over where it stopped. */
class KilledInstanceTest {

    private static final int ORDERS = 300;
    private static final Duration LONG = Duration.ofSeconds(90);

    private final Broker broker = new Broker();
    private final History history = new History();

    @Test
    void losing_an_instance_neither_loses_nor_doubles_an_event() {
        var database = TestPostgres.freshDatabase("killed");
        try (var survivor = Instance.start(database, broker);
                var victim = InstanceProcess.start(database, broker)) {
            var jdbc = survivor.bean(JdbcTemplate.class);
            for (int i = 0; i < ORDERS; i++) {
                broker.publish(history.add(placed("order-" + i)));
            }
            awaitBothAtWork();
            for (int i = 0; i < ORDERS; i++) {
                broker.publish(history.add(paid("order-" + i)));
                if (i == ORDERS / 2) {
                    victim.close();
                }
            }
            for (int i = 0; i < ORDERS; i++) {
                broker.publish(history.add(accepted("order-" + i)));
            }

            await().atMost(LONG)
                    .until(
                            () -> count(jdbc, "select count(*) from order_view where version = 2"),
                            n -> n == ORDERS);
            assertThat(
                            count(
                                    jdbc,
                                    "select sum(events) from engine.partition_position where generation = 'order_view_1'"))
                    .isEqualTo(history.events().size());
            assertThat(count(jdbc, "select count(*) from engine.dead_letter")).isZero();
        } finally {
            broker.close();
        }
    }

    private void awaitBothAtWork() {
        var group = broker.prefix() + "query.order_view_1";
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            await().atMost(LONG)
                    .ignoreExceptions()
                    .until(
                            () ->
                                    admin
                                            .describeConsumerGroups(List.of(group))
                                            .all()
                                            .get()
                                            .values()
                                            .stream()
                                            .flatMap(description -> description.members().stream())
                                            .filter(member ->
                                                    !member.assignment()
                                                            .topicPartitions()
                                                            .isEmpty())
                                            .count(),
                            members -> members == 2);
        }
    }

    private static long count(JdbcTemplate jdbc, String sql) {
        var count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
