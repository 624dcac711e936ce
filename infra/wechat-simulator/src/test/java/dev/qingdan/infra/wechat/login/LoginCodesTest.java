package dev.qingdan.infra.wechat.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.infra.wechat.login.LoginCodes.Redemption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LoginCodesTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
    private final LoginCodes codes = new LoginCodes(clock());

    @Test
    void a_code_lives_five_minutes() {
        var early = codes.issue("o-early");
        var late = codes.issue("o-late");

        now.updateAndGet(it -> it.plus(Duration.ofMinutes(5)));
        assertThat(codes.redeem(early)).isEqualTo(new Redemption.Of("o-early"));

        now.updateAndGet(it -> it.plusMillis(1));
        assertThat(codes.redeem(late)).isEqualTo(new Redemption.Invalid());
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }
}
