package dev.qingdan.query.platform.cache;

import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The caches of this instance, and what it hears of the rows that they answer about.
 *
 * <p>Nothing is answered from them unless the announcements of the database were heard to the end a
 * moment ago: an instance that has gone deaf without knowing it would answer yesterday's.
 */
@Component
public class AnswerCaches {

    private static final Duration DEAF_AFTER = Duration.ofSeconds(3);

    /** Of all the memory that there is. */
    private static final int SHARE = 8;

    /**
     * @param answer what there is to say of a row of this table
     */
    private record Cached(
            CachedPath path,
            String projection,
            RowTable<?, ?> table,
            AnswerCache cache,
            Function<Row, CachedAnswer> answer) {

        boolean isOf(String name) {
            return table.name().equals(name);
        }
    }

    /** Which row a question is about. */
    record Place(Cached cached, String key) {}

    /** An answer, and the times of all that were given at its path. */
    record Found(CachedAnswer answer, CachedPath path) {}

    private final MeterRegistry meters;
    private final List<Cached> all = new CopyOnWriteArrayList<>();
    private volatile long heardUntil = System.nanoTime() - DEAF_AFTER.toNanos();

    public AnswerCaches(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * A cache of what {@code GET} answers there to the members whom the rows concern.
     *
     * @param path ends with the row's key: {@code /api/v1/orders/{id}}
     * @param database the answer about a row as it is committed when this is called
     * @param written the same answer about a row as this instance has written it
     */
    public <R extends Row> AnswerCache of(
            String path,
            String projection,
            RowTable<?, R> table,
            Function<String, Optional<CachedAnswer>> database,
            Function<R, CachedAnswer> written) {
        var cache = new AnswerCache(Runtime.getRuntime().maxMemory() / SHARE, database);
        Gauge.builder("qingdan.cache.bytes", cache, AnswerCache::bytes)
                .tag("table", table.name())
                .register(meters);
        all.add(
                new Cached(
                        new CachedPath(path, meters),
                        projection,
                        table,
                        cache,
                        row -> written.apply(table.rows().cast(row))));
        return cache;
    }

    /** Nowhere, for most questions: that costs neither a token's check nor a look. */
    Optional<Place> place(String uri) {
        for (var each : all) {
            var key = each.path().key(uri);
            if (key != null) {
                return Optional.of(new Place(each, key));
            }
        }
        return Optional.empty();
    }

    /** What is remembered, or else what the database says. */
    Optional<Found> find(Place place) {
        var cached = place.cached();
        return answer(cached.cache(), place.key()).map(answer -> new Found(answer, cached.path()));
    }

    private Optional<CachedAnswer> answer(AnswerCache cache, String key) {
        var remembered = mayBeDeaf() ? null : cache.get(key);
        return remembered == null ? cache.read(key) : Optional.of(remembered);
    }

    private boolean mayBeDeaf() {
        return System.nanoTime() - heardUntil > DEAF_AFTER.toNanos();
    }

    /** Whether there are answers about rows of this table. */
    public boolean answerFrom(String table) {
        return all.stream().anyMatch(each -> each.isOf(table));
    }

    /**
     * It was heard that these rows have changed.
     *
     * @param written what has become of those that this instance has written
     */
    public void changed(String table, Collection<String> keys, Map<String, Row> written) {
        for (var each : all) {
            if (each.isOf(table)) {
                keys.forEach(key ->
                        each.cache().changed(key, answer(each, written.get(key)), heardUntil));
            }
        }
    }

    /** To be made only if somebody asks. */
    private static @Nullable Supplier<CachedAnswer> answer(Cached cached, @Nullable Row row) {
        return row == null ? null : () -> cached.answer().apply(row);
    }

    /** A reader was shown more of this projection's views than has been heard of them. */
    public void overtaken(String projection) {
        for (var each : all) {
            if (each.projection().equals(projection)) {
                each.cache().overtaken();
            }
        }
    }

    /** Anything may have changed. */
    public void clear() {
        all.forEach(each -> each.cache().clear());
    }

    /**
     * Whatever had been committed then has been heard.
     *
     * @param nanoTime of {@link System#nanoTime()}
     */
    public void heardUntil(long nanoTime) {
        heardUntil = nanoTime;
    }
}
