package dev.qingdan.infra.wechat.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The app's own token; the latest holds, and the one before it for a short while. */
final class AccessTokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final Clock clock;
    private @Nullable Token latest;
    private @Nullable Token former;

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized Token fresh() {
        var now = clock.instant();
        former = latest == null ? null : new Token(latest.text, now.plus(OVERLAP));
        latest = new Token("SIM_" + UUID.randomUUID(), now.plus(LIFE));
        return latest;
    }

    /** Every instance that asks gets the same token until it nears its end. */
    synchronized Token stable() {
        var current = latest;
        var soon = clock.instant().plus(OVERLAP);
        return current != null && current.end.isAfter(soon) ? current : fresh();
    }

    synchronized boolean isValid(Optional<String> text) {
        return text.isPresent() && (holds(latest, text.get()) || holds(former, text.get()));
    }

    long secondsLeft(Token token) {
        return Duration.between(clock.instant(), token.end).toSeconds();
    }

    private boolean holds(@Nullable Token token, String text) {
        return token != null && token.text.equals(text) && token.end.isAfter(clock.instant());
    }

    record Token(String text, Instant end) {}
}
