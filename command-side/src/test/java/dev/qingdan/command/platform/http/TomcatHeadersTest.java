package dev.qingdan.command.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.tomcat.util.buf.MessageBytes;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TomcatHeadersTest {

    private static final String LOCATION = "/api/v1/orders/0192-and-more-than-a-number-has-digits";

    private final org.apache.coyote.Request request = new org.apache.coyote.Request();
    private final org.apache.coyote.Response response = new org.apache.coyote.Response();

    @Test
    void tomcat_has_no_text_left_to_encode() {
        TomcatHeaders.of(toResponse()).accept("Location", LOCATION);

        var headers = response.getMimeHeaders();
        assertThat(headers.getName(0).getType()).isEqualTo(MessageBytes.T_BYTES);
        assertThat(headers.getValue(0).getType()).isEqualTo(MessageBytes.T_BYTES);
        assertThat(headers.getHeader("location")).isEqualTo(LOCATION);
    }

    /** Tomcat writes numbers where the bytes of an earlier answer's header were. */
    @Test
    void what_tomcat_writes_over_them_is_in_no_later_answer() {
        TomcatHeaders.of(toResponse()).accept("Location", LOCATION);
        response.recycle();
        response.getMimeHeaders().addValue("Content-Length").setLong(1_234_567_890L);
        response.recycle();

        TomcatHeaders.of(toResponse()).accept("Location", LOCATION);

        assertThat(response.getMimeHeaders().getHeader("Location")).isEqualTo(LOCATION);
    }

    @Test
    void any_other_response_is_given_texts() {
        var other = new MockHttpServletResponse();

        TomcatHeaders.of(other).accept("Location", LOCATION);

        assertThat(other.getHeader("Location")).isEqualTo(LOCATION);
    }

    @Test
    void a_value_is_read_as_tomcat_reads_it() {
        var bytes = "Bearer \u00e9.b-c_d".getBytes(ISO_8859_1);
        request.getMimeHeaders().addValue("authorization").setBytes(bytes, 0, bytes.length);

        var value = TomcatHeaders.value(toRequest(), "Authorization");

        assertThat(value).isEqualTo("Bearer \u00e9.b-c_d");
        assertThat(value).isEqualTo(toRequest().getHeader("Authorization"));
        assertThat(TomcatHeaders.value(toRequest(), "Authorization")).isEqualTo(value);
    }

    @Test
    void what_is_not_there_is_nothing() {
        assertThat(TomcatHeaders.value(toRequest(), "Authorization")).isNull();
        assertThat(TomcatHeaders.value(new MockHttpServletRequest(), "Authorization")).isNull();
    }

    private Request toRequest() {
        return new Request(new Connector(), request);
    }

    private Response toResponse() {
        return new Response(response);
    }
}
