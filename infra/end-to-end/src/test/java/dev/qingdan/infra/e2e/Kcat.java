package dev.qingdan.infra.e2e;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    }

    /** Every message that readers with read_committed see, from the beginning. */
    static List<Message> readAll(String broker) {
        return TOPICS.stream().flatMap(topic -> read(broker, topic)).toList();
    }

    private static Stream<Message> read(String broker, String topic) {
        try {
            var process =
                    new ProcessBuilder(
                                    "kcat",
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
                                    "isolation.level=read_committed")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var lines = process.inputReader().lines()) {
                return lines
                        .map(JsonMapper.shared()::readTree)
                        .map(Kcat::message)
                        .toList()
                        .stream();
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
