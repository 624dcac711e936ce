package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.cache.AnswerCaches;
import dev.qingdan.query.platform.projection.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * The rows that this instance has written and not yet heard of: once it hears that they were
 * committed, it has them at hand for those who ask.
 *
 * <p>Each text that is announced has a mark of its own, so what was rolled back is never taken for
 * what somebody else wrote in its place.
 */
@Component
class Unheard {

    /** At most 64 rows each; what a batch left that was rolled back goes when others come. */
    private static final int TEXTS = 64;

    private final AnswerCaches caches;
    private final String instance = UUID.randomUUID().toString();
    private final AtomicLong count = new AtomicLong();
    private final Map<String, Map<String, Row>> rows =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Map<String, Row>> eldest) {
                    return size() > TEXTS;
                }
            };

    Unheard(AnswerCaches caches) {
        this.caches = caches;
    }

    /** What is to be announced of rows that are about to be committed. */
    Changes expect(Changes changes, Map<String, Row> written) {
        if (!caches.answerFrom(changes.table())) {
            return changes;
        }
        var mark = instance + "-" + count.incrementAndGet();
        var expected = new HashMap<String, Row>();
        changes.keys()
                .values()
                .forEach(keys -> keys.forEach(key -> expected.put(key, written.get(key))));
        synchronized (rows) {
            rows.put(mark, expected);
        }
        return changes.marked(mark);
    }

    /** The rows that were announced so, by their keys; none where others wrote them. */
    Map<String, Row> heard(Changes changes) {
        if (changes.mark() == null) {
            return Map.of();
        }
        synchronized (rows) {
            var expected = rows.remove(changes.mark());
            return expected == null ? Map.of() : expected;
        }
    }
}
