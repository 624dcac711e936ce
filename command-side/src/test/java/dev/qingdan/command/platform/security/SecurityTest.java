package dev.qingdan.command.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityTest extends CommandSideTest {

    private static final String STAFF_DOOR = "/api/v1/staff/nowhere";
    private static final String MEMBER_DOOR = "/api/v1/nowhere";

    @Test
    void without_a_token_nobody_comes_in() {
        assertRefused(anybody().post(STAFF_DOOR, "{}"), 401, "token.missing");
        assertRefused(anybody().post(MEMBER_DOOR, "{}"), 401, "token.missing");
        assertRefused(anybody().get("/ops/relay"), 401, "token.missing");
    }

    @Test
    void a_members_token_opens_no_staff_door_and_the_other_way_round() {
        assertRefused(member("member-1").post(STAFF_DOOR, "{}"), 401, "token.invalid");
        assertRefused(manager().post(MEMBER_DOOR, "{}"), 401, "token.invalid");
    }

    @Test
    void a_token_that_somebody_else_signed_is_worth_nothing() {
        var claims = TestKeys.claims("qingdan/members", "member-1").build();

        assertRefused(knock(TestKeys.generate().sign(claims)), 401, "token.invalid");
        assertRefused(knock("rubbish"), 401, "token.invalid");
    }

    @Test
    void the_right_key_with_the_wrong_issuer_is_worth_nothing() {
        var claims = TestKeys.claims("qingdan/console", "member-1").build();

        assertRefused(knock(TestKeys.MEMBER.sign(claims)), 401, "token.invalid");
    }

    @Test
    void a_token_ends() {
        var longAgo = Instant.now().minus(Duration.ofHours(3));
        var claims =
                TestKeys.claims("qingdan/members", "member-1")
                        .issuedAt(longAgo)
                        .expiresAt(longAgo.plus(Duration.ofHours(2)))
                        .build();

        assertRefused(knock(TestKeys.MEMBER.sign(claims)), 401, "token.invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/staff/shops, CLERK, 403",
        "POST, /api/v1/staff/shops, MANAGER, 422",
        "PUT, /api/v1/staff/products/tea, CLERK, 403",
        "POST, /api/v1/staff/stock/tea/receipts, VIEWER, 403",
        "POST, /api/v1/staff/stock/tea/receipts, CLERK, 422",
        "POST, /api/v1/staff/stock/tea/receipts, MANAGER, 422",
        "POST, /api/v1/staff/stock/tea/corrections, CLERK, 403",
        "POST, /api/v1/staff/stock/tea/corrections, OPERATOR, 403",
        "POST, /ops/relay/resume, MANAGER, 403",
        "POST, /ops/relay/resume, OPERATOR, 200",
        "GET, /ops/relay, VIEWER, 200",
        "GET, /actuator/prometheus, MANAGER, 403",
        "GET, /actuator/prometheus, OPERATOR, 200"
    })
    void each_role_has_its_doors(String method, String path, String role, int status) {
        assertThat(staff(role).send(method, path, "{}").status()).isEqualTo(status);
    }

    @Test
    void a_token_without_roles_opens_nothing() {
        var claims = TestKeys.claims("qingdan/console", "lin").claim("roles", List.of()).build();

        var reply = anybody().as(TestKeys.STAFF.sign(claims)).get("/ops/relay");

        assertRefused(reply, 403, "access.denied");
    }

    @Test
    void everybody_may_ask_whether_we_are_well() {
        assertThat(anybody().get("/actuator/health").body())
                .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
    }

    @Test
    void operators_see_in_the_readiness_how_the_relay_is() {
        var readiness = staff("OPERATOR").get("/actuator/health/readiness").json();

        assertThat(readiness.at("/components/relay/status").asString()).isEqualTo("UP");
        assertThat(readiness.at("/components/relay/details/state").asString()).isNotEmpty();
        assertThat(anybody().get("/actuator/health/readiness").json().has("components")).isFalse();
    }

    @Test
    void a_key_that_is_too_long_is_told() {
        var withLongKey = manager().withKey("k".repeat(256));
        var reply = withLongKey.post("/api/v1/staff/shops", "{\"name\":\"Tea\"}");

        assertRefused(reply, 400, "idempotency.key-invalid");
    }

    private Reply knock(String token) {
        return anybody().as(token).post(MEMBER_DOOR, "{}");
    }

    private static void assertRefused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }
}
