package dev.qingdan.infra.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As an analyst reads it, with kcat. */
@ExtendWith(OneStackForAll.class)
class StreamTest {

    private static final String OPENID = "o-analyst";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Duration RELAYED = Duration.ofSeconds(20);

    private final RunningStack stack;

    StreamTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void every_event_of_the_store_is_in_the_stream_once_and_byte_for_byte()
            throws InterruptedException, SQLException {
        try (var mini = new MiniProgram(stack.addresses(), OPENID)) {
            mini.order(mini.anyProduct(), 1);
        }
        var stored = stored();
        await().atMost(RELAYED).until(() -> Set.copyOf(published()).containsAll(stored));

        var published = published();
        assertThat(published).hasSameSizeAs(Set.copyOf(published));
        assertThat(stored()).containsAll(Set.copyOf(published));
    }

    @Test
    void every_event_has_the_headers_of_a_cloud_event() {
        assertThat(Kcat.readAll(stack.kafka()))
                .isNotEmpty()
                .flatExtracting(StreamTest::wrongHeaders)
                .isEmpty();
    }

    private static List<String> wrongHeaders(Kcat.Message message) {
        var key = Pattern.quote(message.key());
        return Map.ofEntries(
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_specversion", "1\\.0"),
                        Map.entry("ce_id", UUID),
                        Map.entry("ce_source", "\\S+"),
                        Map.entry("ce_type", "shop\\.[a-z]+\\.[A-Za-z]+"),
                        Map.entry("ce_subject", key),
                        Map.entry("ce_partitionkey", key),
                        Map.entry("ce_time", "\\d{4}-\\d\\d-\\d\\dT\\S+Z"),
                        Map.entry("ce_dataschema", "http\\S+"),
                        Map.entry("ce_sequence", "\\d+"),
                        Map.entry("ce_position", "\\d+"),
                        Map.entry("ce_correlationid", "\\S+"),
                        Map.entry("ce_causationid", "\\S+"))
                .entrySet()
                .stream()
                .filter(rule -> !message.header(rule.getKey()).matches(rule.getValue()))
                .map(rule -> "%s of %s".formatted(rule.getKey(), message))
                .toList();
    }

    @Test
    void whoever_traces_a_request_finds_its_events() throws InterruptedException {
        try (var mini = new MiniProgram(stack.addresses(), "o-traced")) {
            var order = mini.order(mini.anyProduct(), 1).text("orderId");
            await().atMost(RELAYED)
                    .until(() ->
                            Kcat.readAll(stack.kafka()).stream()
                                    .filter(it -> it.key().equals(order))
                                    .anyMatch(it ->
                                            it.header("ce_traceparent").contains(mini.traceId())));
        }
    }

    @Test
    void the_events_of_one_aggregate_come_in_order_and_without_a_gap() {
        var next = new HashMap<String, Long>();
        assertThat(Kcat.readAll(stack.kafka()))
                .allSatisfy(message -> {
                    var aggregate = message.topic() + "/" + message.key() + family(message);
                    var expected = next.merge(aggregate, 1L, Long::sum) - 1;
                    assertThat(message.header("ce_sequence")).isEqualTo(Long.toString(expected));
                });
    }

    @Test
    void nobody_is_named_in_the_stream() {
        assertThat(Kcat.readAll(stack.kafka()))
                .filteredOn(it -> it.payload().contains("openid") || it.payload().contains(OPENID))
                .isEmpty();
    }

    /** Shops and products share a topic, and a sku could be a shop's id. */
    private static String family(Kcat.Message message) {
        return message.header("ce_type").equals("shop.catalogue.ShopOpened") ? "/shop" : "";
    }

    private List<String> published() {
        return Kcat.readAll(stack.kafka()).stream()
                .map(it ->
                        String.join(
                                " ",
                                it.header("ce_id"),
                                it.header("ce_type"),
                                it.header("ce_position"),
                                it.header("ce_sequence"),
                                it.payload()))
                .toList();
    }

    private Set<String> stored() throws SQLException {
        var stored = new HashSet<String>();
        try (var connection = stack.database("command");
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select event_id, type, position, sequence, payload from event")) {
            while (row.next()) {
                stored.add(
                        String.join(
                                " ",
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                new String(row.getBytes(5), StandardCharsets.UTF_8)));
            }
        }
        return stored;
    }
}
