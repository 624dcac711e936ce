package dev.qingdan.query.platform.live;

import dev.qingdan.query.platform.live.LiveView.Standing;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a client has of a view's rows. They only rise, so no client is told the same
 * version twice, or an older one after a newer.
 *
 * <p>Belongs to the thread of the {@link Feed}.
 */
final class Known {

    private final Map<String, Long> versions;

    /**
     * What was there when somebody looked, and was not told. It may be newer than what has been
     * announced by then, so what is announced of it later is told all the same.
     */
    private final Map<String, Long> stood = new HashMap<>();

    private final boolean resumed;
    private boolean compared;

    /**
     * @param resume what the client says it has; null where it asks only for what is to come
     */
    Known(@Nullable Map<String, Long> resume) {
        resumed = resume != null;
        versions = new HashMap<>(resume == null ? Map.of() : resume);
    }

    /** The rows that a client names, which need not be among its newest. */
    Set<String> named() {
        return versions.keySet();
    }

    /** Whether the client does not have this version or a later one; now it has. */
    boolean advances(String key, long version) {
        var before = versions.get(key);
        if (before != null && before >= version) {
            return false;
        }
        versions.put(key, version);
        return true;
    }

    /**
     * What the client has missed: newer versions of rows that it has and, of the rows it does not
     * have, those that are newer than the oldest it has. Whatever it does not hear of counts as had
     * when somebody looks again.
     *
     * @param rows all that may matter, oldest first
     */
    Set<String> missing(List<Standing> rows) {
        var missing = new LinkedHashSet<String>();
        int from = firstThatIsNews(rows);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var had = versions.getOrDefault(row.key(), stood.get(row.key()));
            if (had == null ? i >= from : had < row.version()) {
                missing.add(row.key());
            } else if (had == null) {
                stood.put(row.key(), row.version());
            }
        }
        compared = true;
        return missing;
    }

    private int firstThatIsNews(List<Standing> rows) {
        if (compared) {
            return 0;
        }
        if (!resumed) {
            return rows.size();
        }
        for (int i = 0; i < rows.size(); i++) {
            if (versions.containsKey(rows.get(i).key())) {
                return i;
            }
        }
        return 0;
    }
}
