package dev.qingdan.command.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastRouteTest {

    @Test
    void a_path_with_a_variable_leads_there_with_any_plain_value() throws Exception {
        var route = route("/api/v1/orders/{orderId}/cancellation");

        assertThat(route.leads("/api/v1/orders/0192-ab/cancellation")).isTrue();
        assertThat(route.leads("/api/v1/orders/01%2Fab/cancellation")).isFalse();
        assertThat(route.leads("/api/v1/orders/a/b/cancellation")).isFalse();
        assertThat(route.leads("/api/v1/orders//cancellation")).isFalse();
        assertThat(route.leads("/api/v1/orders/cancellation")).isFalse();
    }

    @Test
    void a_path_without_one_leads_there_only_as_it_is() throws Exception {
        var route = route("/api/v1/orders");

        assertThat(route.leads("/api/v1/orders")).isTrue();
        assertThat(route.leads("/api/v1/orders/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/staff/shops", "/ops/relay/pause", "/actuator/loggers"})
    void what_asks_for_a_role_is_none(String template) {
        assertThatThrownBy(() -> route(template)).isInstanceOf(IllegalArgumentException.class);
    }

    private FastRoute route(String template) throws NoSuchMethodException {
        return FastRoute.of(template, this, Object.class.getMethod("toString"));
    }
}
