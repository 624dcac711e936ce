package dev.qingdan.infra.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    void every_event_of_the_store_is_in_the_stream_once_in_order_and_as_its_schema_says()
            throws InterruptedException, SQLException {
        try (var mini = new MiniProgram(stack.addresses(), OPENID)) {
            mini.order(mini.anyProduct(), 1);
        }
        try (var store = stack.database("command")) {
            await().atMost(RELAYED).until(() -> StreamAudit.of(store, stack.kafka()).isExact());
        }
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
}
