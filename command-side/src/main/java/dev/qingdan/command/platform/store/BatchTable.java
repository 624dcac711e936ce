package dev.qingdan.command.platform.store;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are written beside events, those of many units of work in one statement.
 *
 * @param keys how many of the first columns name a row
 * @param columns of which PostgreSQL must know an array
 */
public record BatchTable<R>(String name, int keys, Repeat repeat, List<Column<R>> columns) {

    /** What it means that there is such a row already. */
    public enum Repeat {
        /** The unit of work was decided on what is no longer so, and has to be done again. */
        CONFLICTS,
        /** What is there stays, and that is as well. */
        CHANGES_NOTHING
    }

    /**
     * @param type as PostgreSQL names it
     */
    public record Column<R>(String name, String type, Function<R, @Nullable Object> value) {}

    /** Takes one array for each column; rows that are there stay as they are. */
    String insert() {
        return "insert into %s (%s) select * from unnest(%s) on conflict do nothing"
                .formatted(name, each(Column::name), each(c -> "?::" + c.type() + "[]"));
    }

    /**
     * Takes one array of the rows' numbers, then one for each key column; gives the numbers of
     * those that are there.
     */
    String taken() {
        var key = columns.subList(0, keys);
        return "select row from unnest(?::int4[], %s) as asked (row, %s) join %s using (%s)"
                .formatted(
                        key.stream().map(c -> "?::" + c.type() + "[]").collect(joining(", ")),
                        key.stream().map(Column::name).collect(joining(", ")),
                        name,
                        key.stream().map(Column::name).collect(joining(", ")));
    }

    List<@Nullable Object> keyOf(R row) {
        return columns.subList(0, keys).stream()
                .<@Nullable Object>map(c -> c.value().apply(row))
                .toList();
    }

    private String each(Function<Column<R>, String> text) {
        return columns.stream().map(text).collect(joining(", "));
    }
}
