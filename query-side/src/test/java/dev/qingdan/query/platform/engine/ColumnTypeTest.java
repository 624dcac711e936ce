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
import org.junit.jupiter.api.Test;

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

    @Test
    void every_kind_of_column_comes_back_as_it_was_written() {
        var database = new EngineDatabase();
        database.jdbc.execute(
                """
                create schema t; create table t.everything (id text primary key, small int, whole bigint, truth bool,
                moment timestamptz, day date, uuid uuid, colour text, numbers json, note json, nothing text,
                never timestamptz, silence json, version bigint)
                """);
        var table =
                new RowTable<>(
                        "everything",
                        OrderEvent.class,
                        Everything.class,
                        (_, _) -> everything("x"));
        var store = new TableStore(database.jdbc, "t", List.of(table));

        store.write(table, List.of(everything("a \"quoted\" 茶\\"), everything("b")));

        assertThat(store.load(table, List.of("a \"quoted\" 茶\\", "missing")))
                .containsOnlyKeys("a \"quoted\" 茶\\")
                .containsValue(everything("a \"quoted\" 茶\\"));
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
