package dev.qingdan.query.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to send as {@code cursor} for the page after this one; null on the last page
 */
public record Page<T>(
        List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** A page made of one row more than it holds, which tells whether there is a next page. */
    public static <R, T> Page<T> of(
            List<R> rows, Limit limit, Function<R, Cursor> cursor, Function<R, T> item) {
        var shown = rows.subList(0, Math.min(limit.value(), rows.size()));
        return new Page<>(
                shown.stream().map(item).toList(),
                rows.size() > shown.size() ? cursor.apply(shown.getLast()).toString() : null);
    }
}
