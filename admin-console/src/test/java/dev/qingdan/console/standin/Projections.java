package dev.qingdan.console.standin;

import static dev.qingdan.console.standin.TeaShop.object;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.type.TypeReference;

/**
 * Two projections. A rebuild of order_view gets on by a tenth each time somebody looks;
 * product_view has dead letters, a previous generation, and was verified.
 */
final class Projections {

    private static final long EVENTS = 128_400;
    private static final Duration TO_REBUILD = Duration.ofSeconds(65);

    final List<String> done = new ArrayList<>();
    private final List<Map<String, Object>> letters = new ArrayList<>();
    private final long generation = 3;
    private long processed = -1;
    private Instant started = Instant.EPOCH;
    private boolean dropped;

    Projections() {
        park();
    }

    void park() {
        var error = "IllegalStateException: 商品 gaiwan-white 从未添加";
        dropped = false;
        letters.clear();
        letters.add(letter(1, "gaiwan-white", "PriceChanged", error));
        letters.add(letter(2, "gaiwan-white", "ProductListed", null));
        letters.add(letter(3, "matcha-cake", "PriceChanged", "NullPointerException: null"));
    }

    void handle(Exchange exchange, String[] path) throws IOException {
        var name = path.length > 2 ? path[2] : "";
        if (path.length == 2) {
            exchange.answer(200, List.of(orderView(), productView()));
        } else if (!name.endsWith("_view")) {
            exchange.refuse(404, "projection.not-found", Map.of());
        } else if (exchange.method().equals("GET")) {
            exchange.answer(200, view(name, path.length > 3 ? path[3] : ""));
        } else {
            act(exchange, path);
        }
    }

    private Object view(String name, String part) {
        boolean product = name.equals("product_view");
        return switch (part) {
            case "generations" -> generations(name);
            case "rebuilds" -> product ? List.of(verification()) : List.of();
            case "dead-letters" -> object("items", product ? letters : List.of(), "next", null);
            default -> product ? productView() : orderView();
        };
    }

    private void act(Exchange exchange, String[] path) throws IOException {
        var body = exchange.body();
        done.add(path[2] + " " + body.getOrDefault("mode", path[path.length - 1]));
        switch (path[path.length - 1]) {
            case "rebuilds" -> {
                processed = path[2].equals("order_view") ? 0 : processed;
                started = Instant.now();
                exchange.answer(202, object("rebuildId", "rebuild-1"));
            }
            case "drop" -> {
                dropped = true;
                exchange.answer(200, object("dropped", path[4]));
            }
            case "discard" -> {
                letters.removeIf(letter -> letter.get("aggregateId").equals("gaiwan-white"));
                exchange.answer(200, object("folded", 1, "remaining", 0));
            }
            default -> retry(exchange, path[4]);
        }
    }

    /** Only the cake's event can be taken by now. */
    private void retry(Exchange exchange, String which) throws IOException {
        if (which.equals("1")) {
            exchange.answer(200, object("folded", 0, "remaining", 2, "error", "still"));
            return;
        }
        letters.removeIf(letter -> letter.get("aggregateId").equals("matcha-cake"));
        exchange.answer(
                200,
                which.equals("retry")
                        ? object("upToDate", 1, "stillFailing", 1, "more", false)
                        : object("folded", 1, "remaining", 0));
    }

    private List<Map<String, Object>> generations(String name) {
        var all = new ArrayList<Map<String, Object>>();
        all.add(generation(name, generation, "LIVE"));
        if (!dropped) {
            all.add(generation(name, generation - 1, "PREVIOUS"));
        }
        return all;
    }

    private static Map<String, Object> generation(String name, long number, String state) {
        return json(
                """
                {"id": "%s_%d", "generation": %d, "version": 1, "state": "%s", "events": %d,
                 "createdAt": "2026-03-01T04:00:00Z", "deadLetters": 0, "bytes": 41800000}
                """,
                name, number, number, state, EVENTS);
    }

    private static Map<String, Object> letter(int id, String sku, String event, String error) {
        var letter =
                json(
                        """
                        {"id": %d, "generation": "product_view_3", "topic": "shop.catalogue.v1",
                         "partition": 4, "offset": %d, "aggregateId": "%s", "sequence": %d,
                         "eventType": "shop.catalogue.%s", "attempts": 2,
                         "payload": "{\\"sku\\":\\"%s\\",\\"price\\":15800}",
                         "parkedAt": "2026-03-02T04:00:00Z"}
                        """,
                        id, 9_000 + id, sku, id, event, sku);
        letter.put("error", error);
        return letter;
    }

    private static Map<String, Object> verification() {
        return json(
                """
                {"rebuildId": "rebuild-0", "mode": "VERIFY", "state": "DONE", "requestedBy": "lin",
                 "processed": %d, "total": %d, "ratePerSecond": 0,
                 "startedAt": "2026-03-02T04:00:00Z", "finishedAt": "2026-03-02T04:00:09Z",
                 "differences": 1, "differingKeys": ["product_view/biluochun-50g"]}
                """,
                EVENTS, EVENTS);
    }

    private Map<String, Object> orderView() {
        var orderView = projection("order_view", "shop.order.v1", 0);
        if (processed >= 0) {
            processed = Math.min(EVENTS, processed + EVENTS / 10);
            boolean done = processed == EVENTS;
            orderView.put("state", done ? "LIVE" : "REBUILDING");
            orderView.put("generation", done ? generation + 1 : generation);
            orderView.put("rebuild", rebuild(done));
        }
        return orderView;
    }

    private Map<String, Object> productView() {
        return projection("product_view", "shop.stock.v1", letters.size());
    }

    private Map<String, Object> rebuild(boolean done) {
        var rebuild =
                json(
                        """
                        {"rebuildId": "rebuild-1", "mode": "REPLACE", "state": "%s", "processed": %d,
                         "total": %d, "ratePerSecond": 61204.5, "etaSeconds": %d, "startedAt": "%s"}
                        """,
                        done ? "DONE" : "RUNNING",
                        processed,
                        EVENTS,
                        (EVENTS - processed) / 12_840,
                        started);
        rebuild.put("finishedAt", done ? started.plus(TO_REBUILD).toString() : null);
        return rebuild;
    }

    private Map<String, Object> projection(String name, String topic, int deadLetters) {
        var projection =
                json(
                        """
                        {"name": "%s", "version": 1, "state": "LIVE", "generation": %d, "lag": 0,
                         "ratePerSecond": 41.5, "lastEventAt": "%s", "deadLetters": %d}
                        """,
                        name, generation, Instant.now(), deadLetters);
        projection.put(
                "partitions",
                IntStream.range(0, 6).mapToObj(number -> partition(topic, number)).toList());
        return projection;
    }

    private static Map<String, Object> partition(String topic, int number) {
        return json(
                """
                {"topic": "%s", "partition": %d, "position": 21400, "end": 21400, "lag": 0}
                """,
                topic, number);
    }

    private static Map<String, Object> json(String text, Object... values) {
        return Exchange.JSON.readValue(
                text.formatted(values), new TypeReference<LinkedHashMap<String, Object>>() {});
    }
}
