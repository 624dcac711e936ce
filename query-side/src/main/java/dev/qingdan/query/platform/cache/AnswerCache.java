package dev.qingdan.query.platform.cache;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers about the rows of one table, by the row's key; those that were asked for least
 * recently go first.
 *
 * <p>An answer is kept only if nothing was heard of its row since before it was read: what is heard
 * after that takes it out again.
 *
 * <p>The rows that were written last are at hand, because whoever has changed one looks at it next;
 * their answers are made when they are asked for. A row is not taken from what is heard where
 * somebody may have seen a later one already: there it was looked for, and not all that had been
 * committed then has been heard.
 */
public final class AnswerCache {

    /** So many rows share one count: two that share it only make each other be read once more. */
    private static final int COUNTS = 1 << 14;

    /** What had been heard of a row at one moment. */
    private record Heard(long clearings, int changes) {}

    /** Under full load those of a quarter of a second: more would only cost the collector. */
    private static final int WRITTEN = 2_048;

    private final long mostBytes;
    private final Function<String, Optional<CachedAnswer>> database;
    private final int[] changes = new int[COUNTS];
    private final long[] looked = new long[COUNTS];
    private final Map<String, CachedAnswer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Supplier<CachedAnswer>> written =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, Supplier<CachedAnswer>> eldest) {
                    return size() > WRITTEN;
                }
            };
    private long overtaken = System.nanoTime();
    private long clearings;
    private long bytes;

    /**
     * @param database begins to look only when it is asked
     */
    AnswerCache(long mostBytes, Function<String, Optional<CachedAnswer>> database) {
        this.mostBytes = mostBytes;
        this.database = database;
        Arrays.fill(looked, overtaken);
    }

    /** Asks the database about a row, and keeps the answer for those who ask next. */
    public Optional<CachedAnswer> read(String key) {
        var before = heard(key);
        var answer = database.apply(key);
        looked(key, answer, before);
        return answer;
    }

    /** What was written or read before this is not told any more. */
    private synchronized void looked(String key, Optional<CachedAnswer> answer, Heard before) {
        looked[count(key)] = System.nanoTime();
        written.remove(key);
        answer.ifPresent(read -> keep(key, read, before));
        changes[count(key)]++;
    }

    @Nullable CachedAnswer get(String key) {
        Heard before;
        Supplier<CachedAnswer> row;
        synchronized (this) {
            var known = answers.get(key);
            row = written.remove(key);
            if (row == null) {
                return known;
            }
            before = heard(key);
        }
        var answer = row.get();
        keep(key, answer, before);
        return answer;
    }

    /**
     * @param now what it is that was heard of, where this is known
     * @param heardUntil what had been committed by then has been heard before this
     */
    synchronized void changed(String key, @Nullable Supplier<CachedAnswer> now, long heardUntil) {
        changes[count(key)]++;
        weigh(answers.remove(key), -1);
        written.remove(key);
        if (now != null && heardUntil - overtaken > 0 && heardUntil - looked[count(key)] > 0) {
            written.put(key, now);
        }
    }

    /** Somebody was shown more than has been heard. */
    synchronized void overtaken() {
        overtaken = System.nanoTime();
        clear();
    }

    synchronized void clear() {
        clearings++;
        answers.clear();
        written.clear();
        bytes = 0;
    }

    synchronized long bytes() {
        return bytes;
    }

    private synchronized Heard heard(String key) {
        return new Heard(clearings, changes[count(key)]);
    }

    /** Two may have read at the same time: nobody is told the older answer after the newer. */
    private synchronized void keep(String key, CachedAnswer read, Heard before) {
        var known = answers.get(key);
        if (!heard(key).equals(before) || (known != null && read.isOlderThan(known))) {
            return;
        }
        written.remove(key);
        weigh(known, -1);
        answers.put(key, read);
        weigh(read, 1);
        for (var oldest = answers.values().iterator(); bytes > mostBytes && oldest.hasNext(); ) {
            weigh(oldest.next(), -1);
            oldest.remove();
        }
    }

    private void weigh(@Nullable CachedAnswer answer, int sign) {
        bytes += answer == null ? 0 : sign * answer.bytes();
    }

    private static int count(String key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (COUNTS - 1);
    }
}
