package dev.qingdan.infra.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that others run: what can be said of them here is that they say what the contract says. */
class ExamplesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode ASYNC_API = JSON.readTree(Path.of("../docs/asyncapi.json"));

    static Stream<Path> sinks() throws IOException {
        return Files.list(Path.of("connect"));
    }

    static Stream<Path> deployed() throws IOException {
        return Files.walk(Path.of("../deploy")).filter(file -> file.toString().endsWith(".yaml"));
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void a_sink_takes_all_topics_and_only_what_was_committed(Path file) {
        var config = JSON.readTree(file).path("config");

        assertThat(config.path("topics").asString().split(","))
                .containsExactlyInAnyOrderElementsOf(topics());
        assertThat(config.path("consumer.override.isolation.level").asString())
                .isEqualTo("read_committed");
        assertThat(config.path("errors.tolerance").asString()).isEqualTo("none");
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void a_sink_asks_for_headers_that_there_are(Path file) {
        var headers = ASYNC_API.at("/components/schemas/EventHeaders/properties");
        for (var transform : List.of("type", "id")) {
            var asked =
                    JSON.readTree(file)
                            .path("config")
                            .path("transforms." + transform + ".headers")
                            .asString("ce_id");
            assertThat(headers.propertyNames()).contains(asked.split(","));
        }
    }

    @ParameterizedTest
    @MethodSource("deployed")
    void what_is_deployed_is_yaml(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            assertThat(new Yaml().loadAll(reader)).isNotEmpty().doesNotContainNull();
        }
    }

    @Test
    void every_topic_is_among_the_deployed() throws IOException {
        assertThat(Files.readString(Path.of("../deploy/kubernetes/kafka-topics.yaml")))
                .contains(topics())
                .contains("name: shop.relay-position.v1");
    }

    private static List<String> topics() {
        return ASYNC_API
                .path("channels")
                .valueStream()
                .map(channel -> channel.path("address").asString())
                .toList();
    }
}
