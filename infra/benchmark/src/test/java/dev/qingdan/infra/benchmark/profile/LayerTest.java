package dev.qingdan.infra.benchmark.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayerTest {

    @Test
    void tells_a_filter_of_spring_security_from_the_rest_of_spring() {
        assertThat(Layer.of("org.springframework.security.web.FilterChainProxy"))
                .contains(Layer.SECURITY);
        assertThat(Layer.of("org.springframework.web.servlet.DispatcherServlet"))
                .contains(Layer.SPRING);
    }

    @Test
    void tells_kafkas_client_from_tomcat() {
        assertThat(Layer.of("org.apache.kafka.clients.NetworkClient")).contains(Layer.KAFKA);
        assertThat(Layer.of("org.apache.catalina.connector.Request")).contains(Layer.TOMCAT);
    }

    @Test
    void leaves_the_jdk_to_whoever_called_it() {
        assertThat(Layer.of("java.util.HashMap")).isEmpty();
    }
}
