package dev.qingdan.command.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.events.ConsistencyToken;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;

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

    record Form(String text) {}

    static final class Controller {

        @Nullable Object taken;

        ResponseEntity<byte[]> take(CommandRequest request, String id, @RequestBody Form form) {
            taken = List.of(request, id, form);
            return new RecordedAnswer(201, Map.of("Location", "/" + id), new byte[] {1})
                    .toResponse();
        }

        ResponseEntity<byte[]> refuse(CommandRequest request) {
            throw new CommandRefused(new RequestRefusal.KeyMissing());
        }
    }

    private static final CommandRequest REQUEST =
            new CommandRequest(
                    new Origin("member:m", "c", "r", null),
                    "key",
                    Fingerprint.of("POST", "/", new byte[0]),
                    ConsistencyToken.NOTHING);

    private final Controller controller = new Controller();

    @Test
    void a_method_is_given_what_it_takes_in_its_own_order() throws Exception {
        var route =
                FastRoute.of(
                        "/api/v1/things/{id}",
                        controller,
                        Controller.class.getDeclaredMethod(
                                "take", CommandRequest.class, String.class, Form.class));

        var answer = route.call("/api/v1/things/7", new Form("a"), REQUEST);

        assertThat(controller.taken).isEqualTo(List.of(REQUEST, "7", new Form("a")));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("Location", "/7");
    }

    @Test
    void what_a_method_throws_comes_as_it_is() throws Exception {
        var route =
                FastRoute.of(
                        "/api/v1/things",
                        controller,
                        Controller.class.getDeclaredMethod("refuse", CommandRequest.class));

        assertThatThrownBy(() -> route.call("/api/v1/things", null, REQUEST))
                .isInstanceOf(CommandRefused.class);
    }

    @Test
    void a_method_that_takes_anything_else_is_none() throws Exception {
        var method = Object.class.getMethod("equals", Object.class);

        assertThatThrownBy(() -> FastRoute.of("/api/v1/things", controller, method))
                .isInstanceOf(IllegalArgumentException.class);
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
