package dev.qingdan.console.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.console.TestKey;
import dev.qingdan.console.platform.ConsoleSettings.Staff;
import dev.qingdan.console.platform.ConsoleSettings.Tokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class StaffTokensTest {

    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final StaffKey key = key(TestKey.pem());
    private final StaffTokens tokens = new StaffTokens(key, clock);

    @Test
    void says_who_asks_with_which_roles_and_for_how_long() {
        var token = tokens.tokenOf(person("lin", "ROLE_CLERK", "ROLE_VIEWER", "FACTOR_PASSWORD"));
        var read = NimbusJwtDecoder.withPublicKey(key.publicKey()).build().decode(token);
        assertThat(read.getClaimAsString("iss")).isEqualTo("qingdan/console");
        assertThat(read.getSubject()).isEqualTo("lin");
        assertThat(read.getClaimAsStringList("roles")).containsExactly("CLERK", "VIEWER");
        assertThat(read.getExpiresAt()).isEqualTo(now.plus(Duration.ofMinutes(5)));
    }

    @Test
    void is_kept_for_most_of_its_life() {
        var first = tokens.tokenOf(person("lin", "ROLE_CLERK"));
        now = now.plus(Duration.ofSeconds(239));
        assertThat(tokens.tokenOf(person("lin", "ROLE_CLERK"))).isEqualTo(first);
        now = now.plus(Duration.ofSeconds(1));
        assertThat(tokens.tokenOf(person("lin", "ROLE_CLERK"))).isNotEqualTo(first);
    }

    @Test
    void is_another_one_for_other_roles() {
        assertThat(tokens.tokenOf(person("lin", "ROLE_CLERK")))
                .isNotEqualTo(tokens.tokenOf(person("lin", "ROLE_MANAGER")));
    }

    @Test
    void needs_a_key_and_says_so() {
        assertThatThrownBy(() -> key(null))
                .hasMessageContaining("qingdan.tokens.staff.private-key");
        assertThatThrownBy(
                        () -> key("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .hasMessageContaining("not an RSA key");
    }

    private static StaffKey key(@Nullable String pem) {
        var url = URI.create("http://127.0.0.1");
        var settings = new ConsoleSettings(url, url, null, new Tokens(new Staff(pem)));
        return new StaffKey(settings, new DefaultResourceLoader());
    }

    private static Authentication person(String name, String... authorities) {
        return new TestingAuthenticationToken(name, "", authorities);
    }
}
