package dev.qingdan.infra.traffic;

import dev.qingdan.infra.traffic.TrafficSettings.Patience;
import dev.qingdan.infra.traffic.api.Addresses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Traffic from the command line, until it is stopped. */
final class TrafficMain {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration LAST_ORDERS = Duration.ofSeconds(5);
    private static final String USAGE =
            """
            java -jar traffic.jar [options]
              --rate N            orders a second (default 5)
              --buyers M          different members (default 200)
              --command-url URL   default http://127.0.0.1:8080
              --query-url URL     default http://127.0.0.1:8081
              --wechat-url URL    default http://127.0.0.1:8090
              --journal FILE      default .data/traffic.jsonl
              --staff-key FILE    the local stack's private key of staff tokens: with it a clerk
                                  fills the shelves and serves the orders
              --seconds N         stop by itself
            """;

    private TrafficMain() {}

    static void main(String... arguments) throws InterruptedException {
        if (arguments.length % 2 != 0) {
            IO.print(USAGE);
            System.exit(2);
        }
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        var traffic = Traffic.start(settings(options));
        Runtime.getRuntime().addShutdownHook(new Thread(traffic::close));
        var end =
                System.nanoTime()
                        + Duration.ofSeconds(
                                        Long.parseLong(
                                                options.getOrDefault("--seconds", "99999999")))
                                .toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LINES);
            IO.println(traffic.summary());
        }
        traffic.stop(LAST_ORDERS);
        IO.println(traffic.summary());
    }

    private static TrafficSettings settings(Map<String, String> options) {
        var staffKey = options.get("--staff-key");
        return new TrafficSettings(
                Double.parseDouble(options.getOrDefault("--rate", "5")),
                Integer.parseInt(options.getOrDefault("--buyers", "200")),
                new Addresses(
                        options.getOrDefault("--command-url", "http://127.0.0.1:8080"),
                        options.getOrDefault("--query-url", "http://127.0.0.1:8081"),
                        options.getOrDefault("--wechat-url", "http://127.0.0.1:8090")),
                Patience.ORDINARY,
                Path.of(options.getOrDefault("--journal", ".data/traffic.jsonl")),
                staffKey == null ? null : Path.of(staffKey));
    }
}
