package dev.qingdan.infra.e2e;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream as somebody reads it who has none of our code. */
final class Kcat {

    private static final List<String> TOPICS =
            List.of(
                    "shop.catalogue.v1",
                    "shop.stock.v1",
                    "shop.order.v1",
                    "shop.payment.v1",
                    "shop.member.v1");

    private Kcat() {}

    record Message(String topic, String key, String payload, Map<String, String> headers) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** Shops and products share a topic, and a sku could be a shop's id. */
        String aggregate() {
            var family = header("ce_type").equals("shop.catalogue.ShopOpened") ? "/shop" : "";
            return topic + "/" + key + family;
        }
    }

    /** Every message that readers with read_committed see, from the beginning. */
    static List<Message> readAll(String broker) {
        return readAll(broker, message -> message);
    }

    /** The same, of which only so much is kept: a long run's messages would not fit. */
    static <T> List<T> readAll(String broker, Function<Message, T> kept) {
        return readAll(broker, TOPICS, kept);
    }

    static <T> List<T> readAll(String broker, List<String> topics, Function<Message, T> kept) {
        return topics.stream().flatMap(topic -> read(broker, topic, kept).stream()).toList();
    }

    /** All that there are, but for Kafka's own. */
    static List<String> topics(String broker) {
        return run(List.of("-b", broker, "-L", "-J"), lines -> lines.findFirst().orElseThrow())
                .path("topics")
                .valueStream()
                .map(topic -> topic.path("topic").asString())
                .filter(topic -> !topic.startsWith("__"))
                .toList();
    }

    private static <T> List<T> read(String broker, String topic, Function<Message, T> kept) {
        var committed = "isolation.level=read_committed";
        return run(
                List.of(
                        "-b",
                        broker,
                        "-C",
                        "-t",
                        topic,
                        "-o",
                        "beginning",
                        "-e",
                        "-q",
                        "-J",
                        "-X",
                        committed),
                lines -> lines.map(Kcat::message).map(kept).toList());
    }

    private static <T> T run(List<String> words, Function<Stream<JsonNode>, T> reader) {
        var command = Stream.concat(Stream.of("kcat"), words.stream()).toList();
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var lines = process.inputReader().lines()) {
                var read = reader.apply(lines.map(JsonMapper.shared()::readTree));
                if (process.onExit().join().exitValue() != 0) {
                    throw new IllegalStateException(command + " failed");
                }
                return read;
            }
        } catch (IOException e) {
            throw new IllegalStateException("kcat is missing here: ./verify installs it", e);
        }
    }

    private static Message message(JsonNode line) {
        var names = line.path("headers").valueStream().map(JsonNode::asString).toList();
        var headers = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i += 2) {
            headers.put(names.get(i), names.get(i + 1));
        }
        return new Message(
                line.path("topic").asString(),
                line.path("key").asString(),
                line.path("payload").asString(),
                headers);
    }
}
