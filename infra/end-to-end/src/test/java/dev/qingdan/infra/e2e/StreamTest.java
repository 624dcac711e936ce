package dev.qingdan.infra.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** As an analyst reads it, with kcat. */
class StreamTest {

    private static final Duration RELAYED = Duration.ofSeconds(20);

    private final RunningStack stack = RunningStack.get();

    @Test
    void every_event_of_the_store_is_in_the_stream_once_and_byte_for_byte()
            throws InterruptedException, SQLException {
        try (var mini = new MiniProgram(stack.addresses(), "o-analyst")) {
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
                .allSatisfy(message -> {
                    assertThat(message.header("content-type")).isEqualTo("application/json");
                    assertThat(message.header("ce_specversion")).isEqualTo("1.0");
                    assertThat(message.header("ce_source")).isNotBlank();
                    assertThat(message.header("ce_type")).startsWith("shop.");
                    assertThat(message.header("ce_subject")).isEqualTo(message.key());
                    assertThat(message.header("ce_partitionkey")).isEqualTo(message.key());
                    assertThat(message.header("ce_time")).endsWith("Z");
                    assertThat(message.header("ce_dataschema")).startsWith("http");
                    assertThat(message.header("ce_correlationid")).isNotBlank();
                    assertThat(message.header("ce_causationid")).isNotBlank();
                    assertThat(message.header("ce_traceparent"))
                            .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
                });
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
                .extracting(Kcat.Message::payload)
                .noneMatch(it -> it.contains("openid") || it.contains("o-analyst"));
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
