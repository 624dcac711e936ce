package dev.qingdan.console.platform;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Remembers in the session how far a person's own writes reach, so that the next pages show them.
 */
@Component
class OwnWrites {

    static final String HEADER = "Consistency-Token";
    private static final String ATTRIBUTE = OwnWrites.class.getName();

    /** By then every view has long caught up, or is known to be behind. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Mark(String token, Instant until) implements Serializable {}

    private final Clock clock;

    OwnWrites(Clock clock) {
        this.clock = clock;
    }

    void remember(HttpHeaders answered) {
        var token = answered.getFirst(HEADER);
        if (token != null) {
            var mark = new Mark(token, clock.instant().plus(REMEMBERED));
            session().setAttribute(ATTRIBUTE, mark, RequestAttributes.SCOPE_SESSION);
        }
    }

    /** On a write: the new token then covers both. */
    void carry(HttpHeaders sent) {
        var token = token();
        if (token != null) {
            sent.set(HEADER, token);
        }
    }

    /** On a read: a page may wait a moment for what its reader just did. */
    void ask(HttpHeaders sent) {
        var token = token();
        if (token != null) {
            sent.set(HEADER, token);
            sent.set("Prefer", "wait=2");
        }
    }

    private @Nullable String token() {
        var kept = session().getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_SESSION);
        return kept instanceof Mark(var token, var until) && clock.instant().isBefore(until)
                ? token
                : null;
    }

    private static RequestAttributes session() {
        return RequestContextHolder.currentRequestAttributes();
    }
}
