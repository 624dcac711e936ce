package dev.qingdan.query.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class RememberingDecoderTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AtomicInteger checked = new AtomicInteger();
    private final JwtTimestampValidator age = new JwtTimestampValidator(Duration.ZERO);
    private final RememberingDecoder decoder = new RememberingDecoder(this::check, age);

    private Jwt check(String token) {
        checked.incrementAndGet();
        if (token.equals("forged")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("li")
                .expiresAt(NOON.plusSeconds(60))
                .build();
    }

    @Test
    void a_good_token_is_checked_once() {
        itIs(NOON);

        assertThat(decoder.decode("good").getSubject()).isEqualTo("li");
        assertThat(decoder.decode("good").getSubject()).isEqualTo("li");

        assertThat(checked).hasValue(1);
    }

    @Test
    void a_token_that_has_become_too_old_is_refused_although_it_was_good() {
        itIs(NOON);
        decoder.decode("good");

        itIs(NOON.plusSeconds(61));

        assertThatThrownBy(() -> decoder.decode("good")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void a_bad_token_is_checked_and_refused_each_time() {
        assertThatThrownBy(() -> decoder.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoder.decode("forged")).isInstanceOf(BadJwtException.class);

        assertThat(checked).hasValue(2);
    }

    private void itIs(Instant now) {
        age.setClock(Clock.fixed(now, ZoneOffset.UTC));
    }
}
