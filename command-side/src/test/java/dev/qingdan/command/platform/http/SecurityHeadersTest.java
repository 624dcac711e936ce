package dev.qingdan.command.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTest {

    private final SecurityHeaders headers = new SecurityHeaders();
    private final MockHttpServletRequest plain = new MockHttpServletRequest();
    private final MockHttpServletRequest secure = new MockHttpServletRequest();

    SecurityHeadersTest() {
        secure.setSecure(true);
    }

    @Test
    void only_an_answer_over_a_secure_connection_asks_for_such_ones_from_now_on() {
        assertThat(headers.of(plain, new MockHttpServletResponse()))
                .containsEntry("X-Frame-Options", "DENY")
                .doesNotContainKey("Strict-Transport-Security");
        assertThat(headers.of(secure, new MockHttpServletResponse()))
                .containsEntry("X-Frame-Options", "DENY")
                .containsKey("Strict-Transport-Security");
    }

    @Test
    void they_are_asked_for_once_and_written_by_somebody_else() {
        var first = new MockHttpServletResponse();

        assertThat(headers.of(plain, first))
                .isSameAs(headers.of(plain, new MockHttpServletResponse()));
        assertThat(first.getHeaderNames()).isEmpty();
    }
}
