package dev.qingdan.query.platform.web;

import dev.qingdan.events.ConsistencyToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reading one's own write: a GET with the Consistency-Token of a write is answered once the views
 * hold that write, or refused if that takes longer than the client wants to wait.
 */
@Component
class OwnWrites implements HandlerInterceptor {

    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,5})\"?\\s*(?:[,;]|$)");
    private static final long USUAL_SECONDS = 2;
    private static final long MOST_SECONDS = 10;

    /** An operator takes longer than a projection. */
    private static final int PATIENCE_SECONDS = 30;

    private final Views views;

    OwnWrites(Views views) {
        this.views = views;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var text = request.getHeader("Consistency-Token");
        if (text != null
                && handler instanceof HandlerMethod method
                && method.getBeanType().getAnnotation(Reads.class) instanceof Reads reads) {
            await(reads.value(), token(text), wait(request.getHeader("Prefer")));
        }
        return true;
    }

    private void await(String[] projections, ConsistencyToken token, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        for (String projection : projections) {
            var left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            switch (views.await(projection, token, left)) {
                case HELD -> {}
                case BEHIND ->
                        throw Problem.unavailable(
                                "view.behind", "The view does not hold your last write yet", 1);
                case PARKED ->
                        throw Problem.unavailable(
                                "view.behind",
                                "Your last write could not be taken into the view and waits for an operator;"
                                        + " without the Consistency-Token you read the view as it is",
                                PATIENCE_SECONDS);
            }
        }
    }

    private static ConsistencyToken token(String text) {
        try {
            return ConsistencyToken.parse(text);
        } catch (IllegalArgumentException garbage) {
            throw Problem.invalid("Consistency-Token", "is not one that a write was answered with");
        }
    }

    /** A preference that cannot be understood is no reason to refuse (RFC 7240). */
    private static Duration wait(@Nullable String preferences) {
        var wait = WAIT.matcher(preferences == null ? "" : preferences);
        return Duration.ofSeconds(
                wait.find()
                        ? Math.min(Long.parseLong(wait.group(1)), MOST_SECONDS)
                        : USUAL_SECONDS);
    }
}
