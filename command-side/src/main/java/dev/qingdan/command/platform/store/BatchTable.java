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
        CHANGES_NOTHING,
        /** What is there stays, and what was left empty is filled in. */
        FILLS_GAPS
    }

    /**
     * @param type as PostgreSQL names it; an {@link java.time.Instant} for {@code timestamptz}
     */
    public record Column<R>(String name, String type, Function<R, @Nullable Object> value) {

        /** What the elements are sent as: moments as seconds, which need not be parsed. */
        String element() {
            return isMoment() ? "float8" : type;
        }

        private String read() {
            return isMoment() ? "to_timestamp(" + name + ")" : name;
        }

        boolean isMoment() {
            return type.equals("timestamptz");
        }
    }

    /** Takes one array for each column. */
    String insert() {
        return insertInto() + " on conflict " + onConflict();
    }

    /**
     * Likewise, where conflicting rows were looked for and there were none: not to expect any
     * spares the database to look again.
     */
    String insertLookedFor() {
        return repeat == Repeat.CONFLICTS ? insertInto() : insert();
    }

    /**
     * Arrays that are taken apart among what is selected give their rows one by one; where they are
     * selected from, PostgreSQL first stores each by itself, for twice the time.
     */
    private String insertInto() {
        return "insert into %s (%s) select %s from (select %s) as batch"
                .formatted(
                        name,
                        each(Column::name),
                        each(Column::read),
                        each(c -> "unnest(?::%s[]) as %s".formatted(c.element(), c.name())));
    }

    private String onConflict() {
        return switch (repeat) {
            case CONFLICTS, CHANGES_NOTHING -> "do nothing";
            case FILLS_GAPS ->
                    columns.stream()
                            .skip(keys)
                            .map(c ->
                                    "%2$s = coalesce(%1$s.%2$s, excluded.%2$s)"
                                            .formatted(name, c.name()))
                            .collect(joining(", ", "(" + keyNames() + ") do update set ", ""));
        };
    }

    /**
     * Takes one array of the rows' numbers, then one for each key column; gives the numbers of
     * those that are there.
     */
    String taken() {
        var types = columns.stream().limit(keys).map(c -> "?::" + c.type() + "[]");
        return "select row from unnest(?::int4[], %s) as asked (row, %s) join %s using (%s)"
                .formatted(types.collect(joining(", ")), keyNames(), name, keyNames());
    }

    private String keyNames() {
        return columns.stream().limit(keys).map(Column::name).collect(joining(", "));
    }

    List<@Nullable Object> keyOf(R row) {
        return columns.subList(0, keys).stream()
                .<@Nullable Object>map(c -> c.value().apply(row))
                .toList();
    }

    /** Each table is described once. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    private String each(Function<Column<R>, String> text) {
        return columns.stream().map(text).collect(joining(", "));
    }
}
