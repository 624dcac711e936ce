package dev.qingdan.command.relay;

import static dev.qingdan.command.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.TestStore;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.store.StoredEvent;
import dev.qingdan.command.relay.Target.LostTopic;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.Topic;
import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do to stores and topics, and a relay that would rather stand still than lie. */
class ReconciliationTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String SKU = "longjing-50g";

    /** Of another partition. */
    private static final String ELSEWHERE = "biluochun-50g";

    private final TestStore store = TestStore.fresh();
    private final RelayUnderTest kafka = RelayUnderTest.withTopicsOfItsOwn();

    @BeforeEach
    void everythingIsInKafka() {
        write(0, 10);
        var relay = kafka.start(store);
        kafka.awaitEvents(10);
        relay.kill();
    }

    @AfterEach
    void stopAll() {
        kafka.close();
    }

    @Test
    void it_halts_where_the_store_was_set_back_behind_kafka() {
        store.jdbc().sql("delete from event where position > 5").update();

        assertThat(troubleOfNextRelay()).contains("up to position 10, the store only up to 5");
    }

    @Test
    void it_halts_where_the_store_was_set_back_and_has_gone_another_way_since() {
        store.jdbc().sql("delete from event where position > 5").update();
        write(5, 20);

        assertThat(troubleOfNextRelay()).contains("do not tell one history");
    }

    @Test
    void it_halts_where_a_topic_was_deleted_and_goes_on_once_it_is_restored() {
        var lost = new LostTopic(Topic.STOCK, kafka.names().topicName(Topic.STOCK));
        kafka.delete(lost.topic());

        var relay = kafka.start(store);
        assertThat(troubleOf(relay)).contains("events were lost", "republications");

        kafka.startRepublisher(store, 10_000);
        kafka.republications(store).restore(lost);
        write(10, 12);
        assertThat(kafka.awaitEvents(12))
                .extracting(received -> received.envelope().position())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    }

    @Test
    void it_halts_where_a_partition_was_lost_that_nothing_was_sent_to_for_long() {
        var relay = kafka.start(store);
        store.append(
                IntStream.range(0, 2_500)
                        .mapToObj(i -> event(i, new StockReceived(ELSEWHERE, 1 + i, "delivery")))
                        .toArray(StoredEvent[]::new));
        kafka.awaitEvents(2_510);
        relay.kill();

        kafka.empty(kafka.names().topicName(Topic.STOCK), Topic.partitionOf(SKU));

        assertThat(troubleOfNextRelay()).contains("ends with position 0, but 10 was sent to it");
    }

    @Test
    void it_halts_where_its_position_was_lost_but_not_the_events() {
        kafka.delete(kafka.names().positionTopic());

        assertThat(troubleOfNextRelay())
                .contains("would send events twice", "position=10", kafka.names().positionTopic());
    }

    @Test
    void a_live_topic_is_not_restored_while_nothing_is_wrong_with_it() {
        var stock = new LostTopic(Topic.STOCK, kafka.names().topicName(Topic.STOCK));
        var desk = kafka.republications(store);

        Assertions.assertThatThrownBy(() -> desk.restore(stock))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused ->
                                assertThat(refused.refusal().code())
                                        .isEqualTo("republication.live-topic"));
    }

    private String troubleOfNextRelay() {
        return troubleOf(kafka.start(store));
    }

    private static String troubleOf(RelayUnderTest.Running relay) {
        await().atMost(SOON).until(() -> relay.desk().status().state() == RelayState.HALTED);
        return String.valueOf(relay.desk().status().trouble());
    }

    private void write(int from, int to) {
        for (int i = from; i < to; i++) {
            store.append(event(i, new StockReceived(SKU, 1 + i, "delivery")));
        }
    }
}
