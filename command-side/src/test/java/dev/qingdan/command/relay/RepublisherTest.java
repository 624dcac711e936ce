package dev.qingdan.command.relay;

import static dev.qingdan.command.TestStore.event;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.TestStore;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.relay.RelayUnderTest.Received;
import dev.qingdan.command.relay.Republication.State;
import dev.qingdan.command.relay.Target.OneTopic;
import dev.qingdan.command.relay.Target.SameTopics;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.ShopEvent.ShopOpened;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepublisherTest {

    private static final long SEED = 20261122;
    private static final int EVENTS = 2_000;
    private static final int SHOPS = 3;

    private final TestStore store = TestStore.fresh();
    private final RelayUnderTest kafka = RelayUnderTest.withTopicsOfItsOwn();
    private final RepublicationDesk desk = kafka.republications(store);
    private final String prefix = "rebuilt." + kafka.names().topicPrefix();

    @BeforeEach
    void everythingIsInKafka() {
        store.transactions()
                .executeWithoutResult(_ -> {
                    for (int i = 0; i < EVENTS; i++) {
                        var sku = "product-" + i % 40;
                        store.log()
                                .append(List.of(event(i / 40, new StockReceived(sku, 1 + i, "d"))));
                    }
                });
        for (int i = 0; i < SHOPS; i++) {
            store.append(event(0, new ShopOpened("shop-" + i, "Tea " + i)));
        }
        kafka.start(store);
        kafka.awaitEvents(EVENTS + SHOPS);
    }

    @AfterEach
    void stopAll() {
        kafka.close();
    }

    @Test
    void a_whole_copy_is_the_same_as_the_live_topics_byte_for_byte() {
        var republisher = kafka.startRepublisher(store, 1_000_000);

        var id = desk.ask(new SameTopics(null, prefix));

        var target = new SameTopics(null, prefix);
        assertSame(kafka.awaitEvents(EVENTS + SHOPS, target.topics()));
        await().until(() -> desk.find(id).state() == State.COMPLETED);
        assertThat(desk.find(id).position()).isEqualTo(EVENTS + SHOPS);
        republisher.kill();
    }

    @Test
    void killed_at_random_points_it_goes_on_where_it_was() {
        var random = new Random(SEED);
        var id = desk.ask(new OneTopic(AggregateType.STOCK, prefix + "stock"));

        for (int round = 0; round < 6; round++) {
            var republisher = kafka.startRepublisher(store, 1_000);
            republisher.runFor(Duration.ofMillis(1_050 + random.nextInt(500)));
            republisher.kill();
        }
        kafka.startRepublisher(store, 1_000_000);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.find(id).state() == State.COMPLETED);
        var copied = kafka.awaitEvents(EVENTS, List.of(prefix + "stock"));
        assertThat(copied).hasSize(EVENTS);
        assertSame(copied);
    }

    @Test
    void what_is_cancelled_ends_and_stays_ended() {
        var id = desk.ask(new OneTopic(null, prefix + "all"));
        desk.cancel(id);
        kafka.startRepublisher(store, 1_000_000);

        var next = desk.ask(new OneTopic(AggregateType.SHOP, prefix + "shops"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.find(next).state() == State.COMPLETED);

        assertThat(desk.find(id).state()).isEqualTo(State.CANCELLED);
        assertRefused("republication.finished", () -> desk.cancel(id));
        assertRefused("republication.not-found", () -> desk.cancel(new UUID(0, 7)));
    }

    @Test
    void neither_a_live_topic_nor_one_with_records_is_written_to() {
        var live = kafka.names().topicName(Topic.STOCK);
        assertRefused(
                "republication.live-topic",
                () -> desk.ask(new SameTopics(null, kafka.names().topicPrefix())));
        assertRefused("republication.live-topic", () -> desk.ask(new OneTopic(null, live)));
        assertRefused(
                "republication.live-topic",
                () -> desk.ask(new OneTopic(null, kafka.names().positionTopic())));
        assertRefused(
                "republication.topic-not-empty", () -> kafka.topics().requireEmpty(List.of(live)));

        desk.ask(new OneTopic(null, prefix + "all"));
        assertRefused(
                "republication.under-way", () -> desk.ask(new OneTopic(null, prefix + "all")));
    }

    private void assertSame(List<Received> copied) {
        var live = byPosition(kafka.awaitEvents(EVENTS + SHOPS));
        assertThat(byPosition(copied))
                .allSatisfy((position, copy) -> {
                    var original = requireNonNull(live.get(position)).record();
                    assertThat(copy.record().value()).isEqualTo(original.value());
                    assertThat(copy.record().key()).isEqualTo(original.key());
                    assertThat(copy.record().headers()).isEqualTo(original.headers());
                    assertThat(copy.record().timestamp()).isEqualTo(original.timestamp());
                    assertThat(copy.partition()).isEqualTo(original.partition());
                });
    }

    /** Fails where a position is there twice. */
    private static Map<Long, Received> byPosition(List<Received> received) {
        return received.stream()
                .collect(toMap(it -> it.envelope().position(), Function.identity()));
    }

    private static void assertRefused(String code, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
