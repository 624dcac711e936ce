package dev.qingdan.command.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AdmissionTest {

    private final Admission admission = new Admission((_, _) -> false);
    private int inside;

    @Test
    void one_more_than_there_are_places_is_asked_to_come_again() throws Exception {
        var last = letInOneInsideTheOther("/api/v1/orders");

        assertThat(inside).isEqualTo(Admission.PLACES);
        assertThat(last.getStatus()).isEqualTo(503);
        assertThat(last.getHeader("Retry-After")).isNotNull();
        assertThat(last.getContentAsString()).contains("service.busy");
    }

    @Test
    void every_place_is_free_again_afterwards() throws Exception {
        letInOneInsideTheOther("/api/v1/orders");
        letInOneInsideTheOther("/api/v1/orders");

        assertThat(inside).isEqualTo(2 * Admission.PLACES);
    }

    @Test
    void health_is_told_even_when_all_places_are_taken() throws Exception {
        var last = new MockHttpServletResponse();
        letIn("/api/v1/orders", Admission.PLACES, () -> last.setStatus(health()));

        assertThat(last.getStatus()).isEqualTo(200);
    }

    private interface Last {
        void run() throws IOException, ServletException;
    }

    private MockHttpServletResponse letInOneInsideTheOther(String path) throws Exception {
        var refused = new MockHttpServletResponse();
        letIn(
                path,
                Admission.PLACES,
                () -> admission.admit(request(path), refused, () -> inside++));
        return refused;
    }

    private void letIn(String path, int times, Last last) throws IOException, ServletException {
        if (times == 0) {
            last.run();
            return;
        }
        admission.admit(
                request(path),
                new MockHttpServletResponse(),
                () -> {
                    inside++;
                    letIn(path, times - 1, last);
                });
    }

    private int health() throws IOException, ServletException {
        var response = new MockHttpServletResponse();
        response.setStatus(500);
        admission.admit(request("/actuator/health"), response, () -> response.setStatus(200));
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("POST", path);
    }
}
