package dev.qingdan.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/**
 * The published JSON of every event, held against the files in {@code src/test/resources/golden}.
 *
 * <p>A new event gets its file by running this test with {@code -Dgolden=write}; a file that exists
 * is never overwritten, because consumers have already read such bytes.
 */
class EventContractTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<DomainEvent> samples() {
        return Samples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void todays_bytes_are_the_published_ones(DomainEvent event) throws IOException {
        assertThat(new String(EventJson.write(event), UTF_8)).isEqualTo(golden(event));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_published_bytes_still_read(DomainEvent event) throws IOException {
        var read = EventJson.read(EventType.of(event), golden(event).getBytes(UTF_8));

        assertThat(read).isEqualTo(EventJson.current(event));
    }

    @Test
    void every_event_has_a_sample() {
        assertThat(Samples.ALL.stream().map(EventType::of))
                .containsExactlyInAnyOrderElementsOf(EventType.all());
    }

    @Test
    void a_field_that_a_newer_producer_added_is_passed_over() {
        var type = EventType.named("shop.catalogue.ProductListed").orElseThrow();

        var read = EventJson.read(type, "{\"sku\":\"tea\",\"season\":\"spring\"}".getBytes(UTF_8));

        assertThat(read).isEqualTo(new ProductEvent.ProductListed("tea"));
    }

    @Test
    void a_missing_number_is_refused_and_not_read_as_zero() {
        var type = EventType.named("shop.stock.StockReserved").orElseThrow();
        var json = "{\"sku\":\"tea\",\"orderId\":\"o\"}".getBytes(UTF_8);

        assertThatThrownBy(() -> EventJson.read(type, json)).isInstanceOf(JacksonException.class);
    }

    @Test
    void an_event_in_an_old_form_is_read_as_todays() throws IOException {
        var old = EventType.named("shop.order.RefundFailed").orElseThrow();
        var bytes = Files.readAllBytes(GOLDEN.resolve("shop.order.RefundFailed.json"));
        var today = EventType.named("shop.order.RefundGivenUp").orElseThrow();
        var rewritten = Files.readAllBytes(GOLDEN.resolve("shop.order.RefundGivenUp.json"));

        assertThat(EventJson.read(old, bytes)).isEqualTo(EventJson.read(today, rewritten));
        assertThat(old.successor()).contains(today);
        assertThat(old.topic()).isEqualTo(today.topic());
        assertThat(today.successor()).isEmpty();
    }

    private static String golden(DomainEvent event) throws IOException {
        var file = GOLDEN.resolve(EventType.of(event).name() + ".json");
        if (Files.notExists(file)) {
            if (!"write".equals(System.getProperty("golden"))) {
                fail(
                        "%s is missing: run this test with -Dgolden=write and commit it"
                                .formatted(file));
            }
            Files.write(file, EventJson.write(event));
        }
        return Files.readString(file);
    }
}
