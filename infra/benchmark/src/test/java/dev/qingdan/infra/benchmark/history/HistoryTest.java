package dev.qingdan.infra.benchmark.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventSchemas;
import dev.qingdan.events.EventType;
import dev.qingdan.events.OrderEvent;
import dev.qingdan.infra.benchmark.history.History.Settings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HistoryTest {

    private static final int OPEN = 500;
    private static final int EVENTS = 20_000;

    private static List<Generated> history(long seed) {
        return new History(Settings.of(seed, OPEN)).events().limit(EVENTS).toList();
    }

    @Test
    void every_event_is_valid_against_its_schema() {
        var schemas = new HashMap<String, Schema>();
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Generated generated : history(1)) {
            var type = EventType.of(generated.event()).name();
            var schema = schemas.computeIfAbsent(type, name -> schema(registry, name));
            var json = JsonMapper.shared().readTree(EventJson.write(generated.event()));

            assertThat(schema.validate(json)).as(type).isEmpty();
        }
        assertThat(schemas).hasSizeGreaterThanOrEqualTo(Life.Step.values().length);
    }

    private static Schema schema(SchemaRegistry registry, String type) {
        var json = JsonMapper.shared().readTree(EventSchemas.find(type).orElseThrow());
        return registry.getSchema(SchemaLocation.of("urn:" + type), json);
    }

    @Test
    void the_sequences_of_every_order_have_no_gaps_and_positions_none_either() {
        var history = history(2);
        var sequences =
                history.stream()
                        .collect(
                                groupingBy(
                                        generated -> generated.event().orderId(),
                                        mapping(it -> it.envelope().sequence(), toList())));

        assertThat(sequences.values())
                .allSatisfy(ofOne ->
                        assertThat(ofOne)
                                .isEqualTo(
                                        Stream.iterate(0L, n -> n + 1)
                                                .limit(ofOne.size())
                                                .toList()));
        assertThat(history.getLast().envelope().position()).isEqualTo(EVENTS - 1);
    }

    @Test
    void as_many_orders_as_asked_are_on_their_way_at_a_time() {
        var history = new History(Settings.of(3, OPEN));
        for (int i = 0; i < OPEN; i++) {
            history.next();
        }
        for (int i = OPEN; i < EVENTS; i++) {
            history.next();
            assertThat(history.openOrders()).isBetween(OPEN - 1, OPEN);
        }
    }

    @Test
    void one_seed_gives_the_same_bytes_and_another_one_others() {
        assertThat(bytes(4)).isEqualTo(bytes(4)).isNotEqualTo(bytes(5));
    }

    private static List<String> bytes(long seed) {
        return history(seed).stream().map(HistoryTopics::record).map(HistoryTest::text).toList();
    }

    private static String text(ProducerRecord<String, byte[]> record) {
        return record.key()
                + record.timestamp()
                + new String(record.value(), UTF_8)
                + Arrays.stream(record.headers().toArray())
                        .map(header -> header.key() + new String(header.value(), UTF_8))
                        .toList();
    }

    @Test
    void whole_lives_are_told() {
        Map<Class<?>, Long> counts = new HashMap<>();
        history(6).forEach(generated -> counts.merge(generated.event().getClass(), 1L, Long::sum));

        assertThat(counts.get(OrderEvent.OrderHandedOver.class)).isGreaterThan(3_000);
        assertThat(counts.get(OrderEvent.RefundCompleted.class)).isGreaterThan(200);
    }
}
