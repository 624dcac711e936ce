package dev.qingdan.command.relay;

import static dev.qingdan.command.TestStore.event;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.TestStore;
import dev.qingdan.command.relay.RelayUnderTest.Received;
import dev.qingdan.events.StockEvent.StockReceived;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final long SEED = 20261122;

    private final TestStore store = TestStore.fresh();
    private final RelayUnderTest kafka = RelayUnderTest.withTopicsOfItsOwn();

    @AfterEach
    void stopAll() {
        kafka.close();
    }

    @Test
    void an_event_arrives_byte_for_byte_with_its_headers() {
        var received = event(0, new StockReceived("longjing-50g", 12, "delivery-1"));
        store.append(received);

        kafka.start(store);

        var record = kafka.awaitEvents(1).getFirst();
        assertThat(record.payload()).isEqualTo(received.payload());
        assertThat(record.envelope()).isEqualTo(received.at(1));
        assertThat(record.topic()).isEqualTo(kafka.names().topicOf("shop.stock.StockReceived"));
    }

    @Test
    void killed_at_random_points_while_two_instances_append_it_sends_each_event_once_in_order() {
        int events = 1500;
        var random = new Random(SEED);
        var another = store.another();
        var writers =
                List.of(
                        Thread.ofVirtual().start(() -> write(store, "black", events / 2)),
                        Thread.ofVirtual().start(() -> write(another, "green", events / 2)));
        var other = kafka.start(another);

        for (int round = 0; round < 8; round++) {
            var one = kafka.start(store);
            one.runFor(Duration.ofMillis(50 + random.nextInt(700)));
            one.kill();
            if (round == 4) {
                other.kill();
            }
        }
        kafka.start(store);

        var received = kafka.awaitEvents(events);
        assertThat(writers).noneMatch(Thread::isAlive);
        assertThat(received)
                .extracting(record -> record.envelope().position())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, events).boxed().toList());
        assertInOrderOfPartition(received);
    }

    @Test
    void it_waits_while_an_operator_has_paused_it() {
        var relay = kafka.start(store);
        var desk = relay.desk();
        desk.pause(true);
        await().until(() -> desk.status().state() == RelayState.PAUSED);

        store.append(event(0, new StockReceived("longjing-50g", 12, "delivery-1")));
        assertThat(desk.status().lag()).isEqualTo(1);

        desk.pause(false);
        kafka.awaitEvents(1);
        await().until(() -> desk.status().lag() == 0);
    }

    @Test
    void it_tells_at_once_that_nothing_is_left() {
        var desk = kafka.start(store).desk();
        store.append(event(0, new StockReceived("longjing-50g", 12, "delivery-0")));
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.status().lag() == 0);
        int more = 10;

        await().atMost(Duration.ofSeconds(more / 2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    var status = desk.status();
                    long sent = status.position();
                    if (status.lag() == 0 && sent <= more) {
                        var delivery = new StockReceived("longjing-50g", 12, "delivery-" + sent);
                        store.append(event(sent, delivery));
                    }
                    return sent > more;
                });
    }

    @Test
    void it_catches_up_once_kafka_is_there() {
        var away = kafka.startWithoutBroker(store);
        store.append(event(0, new StockReceived("longjing-50g", 12, "delivery-1")));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> away.desk().status().state() == RelayState.KAFKA_AWAY);
        away.kill();

        kafka.start(store);

        kafka.awaitEvents(1);
    }

    private static void write(TestStore instance, String kind, int events) {
        for (int i = 0; i < events; i++) {
            var sku = kind + "-" + i % 40;
            instance.append(event(i / 40, new StockReceived(sku, 1 + i, "delivery")));
        }
    }

    private static void assertInOrderOfPartition(List<Received> received) {
        var byPartition = received.stream().collect(groupingBy(Received::partition));
        byPartition
                .values()
                .forEach(partition ->
                        assertThat(partition)
                                .extracting(record -> record.envelope().position())
                                .isSorted());
    }
}
