package dev.qingdan.command.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api;
import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.TestKeys;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a member asks for of a coupon that nobody gives out, along both ways to the answer. */
class FrequentCommandsTest extends CommandSideTest {

    private static final String COUPONS = "/api/v1/members/me/coupons";
    private static final String FORM = "{\"campaignId\":\"no-such-campaign\"}";

    @Autowired private FrequentCommands fastPath;

    private final String member = UUID.randomUUID().toString();
    private final String token = TestKeys.memberToken(member);
    private final MockHttpServletResponse answer = new MockHttpServletResponse();

    @BeforeEach
    void a_member_who_was_here_before() {
        assertThat(ordinary().post(COUPONS, FORM).code()).isEqualTo("campaign.not-found");
    }

    @Test
    void both_ways_lead_to_the_same_answer() throws IOException {
        var ordinary = ordinary().post(COUPONS, FORM);

        assertThat(fastPath.answered(request(COUPONS, FORM), answer)).isTrue();

        assertThat(answer.getStatus()).isEqualTo(ordinary.status());
        assertThat(answer.getContentAsString()).isEqualTo(ordinary.body());
        var headers = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
        answer.getHeaderNames().forEach(name -> headers.put(name, answer.getHeaders(name)));
        assertThat(headers).isEqualTo(headers(ordinary));
    }

    /** Tomcat is given what a servlet container's other responses are given as texts. */
    @Test
    void both_ways_lead_to_the_same_answer_out_of_tomcat() {
        var ordinary = ordinary().post(COUPONS, FORM);

        for (int time = 1; time <= 3; time++) {
            var fast = plain().post(COUPONS, FORM);

            assertThat(fast.status()).isEqualTo(ordinary.status());
            assertThat(fast.body()).isEqualTo(ordinary.body());
            assertThat(headers(fast)).isEqualTo(headers(ordinary));
        }
    }

    @Test
    void a_form_that_the_fast_path_has_read_can_be_read_on_the_ordinary_way() {
        assertThat(plain().post(COUPONS, "{\"campaignId\":\"\"}").code())
                .isEqualTo(ordinary().post(COUPONS, "{\"campaignId\":\"\"}").code());
    }

    @Test
    void both_ways_keep_one_answer_under_a_key() throws IOException {
        var key = UUID.randomUUID().toString();
        var request = request(COUPONS, FORM);
        request.removeHeader("Idempotency-Key");
        request.addHeader("Idempotency-Key", key);
        fastPath.answered(request, answer);

        var other = ordinary().withKey(key).post(COUPONS, "{\"campaignId\":\"another\"}");

        assertThat(other.code()).isEqualTo("idempotency.key-reused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "{\"campaignId\":7}",
                "{\"campaignId\":\"\"}",
                "{\"campaignId\":\"a\",\"campaignId\":\"b\"}",
                "not JSON"
            })
    void a_form_to_object_to_is_left_to_the_ordinary_way(String form) throws IOException {
        var request = request(COUPONS, form);

        assertThat(fastPath.answered(request, answer)).isFalse();

        assertThat(BoundedBody.of(request)).isEqualTo(form.getBytes(UTF_8));
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @Test
    void a_token_that_was_not_checked_is_left_to_the_ordinary_way() throws IOException {
        var request = request(COUPONS, FORM);
        request.removeHeader("Authorization");
        request.addHeader("Authorization", "Bearer " + TestKeys.memberToken(member + "x"));

        assertThat(fastPath.answered(request, answer)).isFalse();
    }

    @Test
    void a_missing_key_is_left_to_the_ordinary_way() throws IOException {
        var request = request(COUPONS, FORM);
        request.removeHeader("Idempotency-Key");

        assertThat(fastPath.answered(request, answer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders/a%2Fb/cancellation",
                "/api/v1/orders/a/b/cancellation",
                "/api/v1/orders//cancellation",
                "/api/v1/orders/a/refunds",
                "/api/v1/members/me/coupons/"
            })
    void an_address_that_is_not_plainly_one_of_them_is_left_to_the_ordinary_way(String path)
            throws IOException {
        assertThat(fastPath.answered(request(path, "{}"), answer)).isFalse();
    }

    private static Map<String, Object> headers(Api.Reply reply) {
        var headers = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(reply.response().headers().map());
        headers.keySet().removeAll(List.of("date", "keep-alive", "connection"));
        return headers;
    }

    /** As the fast path takes it. */
    private Api plain() {
        return anybody().as(token).withKey(UUID.randomUUID().toString());
    }

    /** Spaced like this, the type is as good, but not one that the fast path takes. */
    private Api ordinary() {
        return anybody()
                .as(token)
                .with("Content-Type", "application/json; charset=UTF-8")
                .withKey(UUID.randomUUID().toString());
    }

    private MockHttpServletRequest request(String path, String body) {
        var request = new MockHttpServletRequest("POST", path);
        request.setContentType("application/json");
        request.addHeader("Authorization", "Bearer " + token);
        request.addHeader("Idempotency-Key", UUID.randomUUID().toString());
        request.setContent(body.getBytes(UTF_8));
        return request;
    }
}
