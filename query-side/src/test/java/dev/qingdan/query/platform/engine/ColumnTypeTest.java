package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypeTest {

    enum Colour {
        RED
    }

    record Note(String text, Instant at) {}

    record Everything(
            String id,
            int small,
            long whole,
            boolean truth,
            Instant moment,
            LocalDate day,
            UUID uuid,
            Colour colour,
            List<Integer> numbers,
            Note note,
            @Nullable String nothing,
            @Nullable Instant never,
            @Nullable Note silence,
            long version)
            implements Row {}

    private static final RowTable<OrderEvent, Everything> TABLE =
            new RowTable<>(
                    "everything", OrderEvent.class, Everything.class, (_, _) -> everything("x"));

    private final EngineDatabase database = new EngineDatabase();
    private final TableStore store = new TableStore(database.jdbc, "t", List.of(TABLE));

    @BeforeEach
    void create() {
        database.jdbc.execute(
                """
                create schema t; create table t.everything (id text primary key, small int, whole bigint, truth bool,
                moment timestamptz, day date, uuid uuid, colour text, numbers json, note json, nothing text,
                never timestamptz, silence json, version bigint)
                """);
    }

    @Test
    void every_kind_of_column_comes_back_as_it_was_written() {
        store.write(TABLE, List.of(everything("a \"quoted\" 茶\\"), everything("b")));

        assertThat(store.load(TABLE, List.of("a \"quoted\" 茶\\", "missing")))
                .containsOnlyKeys("a \"quoted\" 茶\\")
                .containsValue(everything("a \"quoted\" 茶\\"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a \"quoted\" 茶\\", "\\N", "\t\n\r\\.\n", "", "\u0001\b\f"})
    void so_it_does_when_it_was_copied_in(String id) {
        store.insert(TABLE, List.of(everything("before"), everything(id), everything("after")));

        assertThat(store.load(TABLE, List.of(id))).containsValue(everything(id));
        assertThat(store.load(TABLE, List.of("before", "after"))).hasSize(2);
    }

    @Test
    void what_was_deleted_can_be_copied_in_again() {
        store.insert(TABLE, List.of(everything("a"), everything("b")));
        store.delete(TABLE, List.of("a"));
        assertThat(store.load(TABLE, List.of("a", "b"))).containsOnlyKeys("b");

        store.insert(TABLE, List.of(everything("a")));

        assertThat(store.load(TABLE, List.of("a", "b"))).hasSize(2);
    }

    private static Everything everything(String id) {
        return new Everything(
                id,
                -1,
                Long.MAX_VALUE,
                true,
                Instant.parse("2026-03-01T04:00:00.123456Z"),
                LocalDate.parse("2026-03-01"),
                new UUID(1, 2),
                Colour.RED,
                List.of(1, 2),
                new Note("{\"a\":\"茶\"}", Instant.EPOCH),
                null,
                null,
                null,
                7);
    }
}
