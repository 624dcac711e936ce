package dev.qingdan.query.platform.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where a cache answers, and how long that took: in the timers of all other requests. */
final class CachedPath {

    private final String prefix;
    private final Timer told;
    private final Timer unchanged;

    /**
     * @param template ends with the row's key: {@code /api/v1/orders/{id}}
     */
    CachedPath(String template, MeterRegistry meters) {
        prefix = template.substring(0, template.indexOf('{'));
        told = timer(template, "200", "SUCCESS", meters);
        unchanged = timer(template, "304", "REDIRECTION", meters);
    }

    /** None with anything but letters, digits and hyphens, which is left to others to decode. */
    @Nullable String key(String uri) {
        return uri.startsWith(prefix)
                        && uri.length() > prefix.length()
                        && uri.chars().skip(prefix.length()).allMatch(CachedPath::isPlain)
                ? uri.substring(prefix.length())
                : null;
    }

    private static boolean isPlain(int character) {
        return character < 128 && (Character.isLetterOrDigit(character) || character == '-');
    }

    void answered(boolean changed, long nanos) {
        (changed ? told : unchanged).record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(
            String template, String status, String outcome, MeterRegistry meters) {
        return Timer.builder("http.server.requests")
                .tags("method", "GET", "uri", template, "status", status, "outcome", outcome)
                .tags("exception", "none", "error", "none")
                .register(meters);
    }
}
