package dev.qingdan.infra.wechat.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What wx.login hands out: good for one use, for five minutes. */
public final class LoginCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Code> codes = new HashMap<>();

    public LoginCodes(Clock clock) {
        this.clock = clock;
    }

    public synchronized String issue(String openid) {
        var now = clock.instant();
        codes.values().removeIf(code -> code.isOver(now));
        var code = UUID.randomUUID().toString().replace("-", "");
        codes.put(code, new Code(openid, now, false));
        return code;
    }

    synchronized Redemption redeem(String text) {
        var code = codes.get(text);
        if (code == null || code.isOver(clock.instant())) {
            return new Redemption.Invalid();
        }
        if (code.used) {
            return new Redemption.Used();
        }
        codes.put(text, new Code(code.openid, code.issuedAt, true));
        return new Redemption.Of(code.openid);
    }

    sealed interface Redemption {
        record Of(String openid) implements Redemption {}

        record Used() implements Redemption {}

        record Invalid() implements Redemption {}
    }

    private record Code(String openid, Instant issuedAt, boolean used) {
        boolean isOver(Instant now) {
            return now.isAfter(issuedAt.plus(LIFE));
        }
    }
}
