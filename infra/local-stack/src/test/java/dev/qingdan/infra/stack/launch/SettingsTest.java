package dev.qingdan.infra.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path PROJECT = Path.of("/projects/qingdan");

    @Test
    void without_variables_everything_is_where_the_contract_says() {
        var settings = from(Map.of());

        assertThat(settings.data()).isEqualTo(PROJECT.resolve(".data"));
        assertThat(settings.url(Port.COMMAND)).isEqualTo("http://127.0.0.1:8080");
        assertThat(settings.url(Port.QUERY)).isEqualTo("http://127.0.0.1:8081");
        assertThat(settings.url(Port.CONSOLE)).isEqualTo("http://127.0.0.1:8082");
        assertThat(settings.url(Port.WECHAT)).isEqualTo("http://127.0.0.1:8090");
        assertThat(settings.port(Port.KAFKA)).isEqualTo(9092);
        assertThat(settings.port(Port.POSTGRES)).isEqualTo(15432);
    }

    @Test
    void a_variable_moves_a_port() {
        assertThat(from(Map.of("QINGDAN_KAFKA_PORT", "19092")).port(Port.KAFKA)).isEqualTo(19092);
    }

    @Test
    void a_variable_moves_the_data() {
        assertThat(from(Map.of("QINGDAN_DATA", "/elsewhere")).data())
                .isEqualTo(Path.of("/elsewhere"));
        assertThat(from(Map.of("QINGDAN_DATA", "here")).data()).isEqualTo(PROJECT.resolve("here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "-1", "http", "8080 "})
    void what_is_no_port_is_refused_by_the_name_of_its_variable(String text) {
        assertThatThrownBy(() -> from(Map.of("QINGDAN_QUERY_PORT", text)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("QINGDAN_QUERY_PORT=" + text);
    }

    @Test
    void one_port_for_two_is_refused_with_both_names() {
        assertThatThrownBy(() -> from(Map.of("QINGDAN_QUERY_PORT", "8080")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("QINGDAN_COMMAND_PORT")
                .hasMessageContaining("QINGDAN_QUERY_PORT");
    }

    private static Settings from(Map<String, String> environment) {
        return Settings.from(environment, PROJECT);
    }
}
