package dev.qingdan.console.standin;

import static dev.qingdan.console.standin.TeaShop.object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of the real schemas, and a product with a short history. */
final class Events {

    private static final Path SCHEMAS = Path.of("../shared-events/src/main/resources/schemas");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RECEIVED = "0198a000-0000-7000-8000-0000000000e1";
    private static final String CORRECTED = "0198a000-0000-7000-8000-0000000000e2";

    private Events() {}

    static void handle(Exchange exchange) throws IOException {
        var path = exchange.path();
        switch (path[1]) {
            case "event-types" -> exchange.answer(200, object("items", types()));
            case "aggregates" -> exchange.answer(200, history());
            default -> {
                if (path.length == 2) {
                    exchange.answer(200, object("items", List.of(corrected(), received())));
                } else if (path[2].equals(CORRECTED)) {
                    exchange.answer(200, corrected());
                } else {
                    exchange.refuse(404, "event.not-found", Map.of());
                }
            }
        }
    }

    private static List<Map<String, Object>> types() {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.sorted().map(Events::type).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> type(Path file) {
        var type = file.getFileName().toString().replace(".json", "");
        var topic = type.substring(0, type.lastIndexOf('.')) + ".v1";
        return object("type", type, "topic", topic, "count", 1_284, "schema", read(file));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> history() {
        return object(
                "type",
                "stock",
                "id",
                "oolong-50g",
                "version",
                1,
                "state",
                object("stock", object("onHand", 37, "reserved", 2)),
                "events",
                List.of(received(), corrected()));
    }

    private static Map<String, Object> received() {
        return event(RECEIVED, "StockReceived", 0, object("quantity", 40));
    }

    private static Map<String, Object> corrected() {
        return event(CORRECTED, "StockCorrected", 1, object("counted", 37, "difference", -3));
    }

    private static Map<String, Object> event(
            String id, String name, int sequence, Map<String, Object> payload) {
        return object(
                "eventId",
                id,
                "type",
                "shop.stock." + name,
                "aggregateType",
                "stock",
                "aggregateId",
                "oolong-50g",
                "sequence",
                sequence,
                "position",
                4_711 + sequence,
                "time",
                "2026-03-01T04:01:35Z",
                "actor",
                "staff:lin",
                "correlationId",
                "request-1",
                "causationId",
                "request-1",
                "payload",
                payload);
    }
}
