package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.events.OrderEvent;
import dev.qingdan.query.platform.projection.Columns;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.testing.AllProjections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

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
    void so_it_does_among_a_few_new_rows_and_among_many(String id) {
        for (int others : List.of(2, 50, 2_000)) {
            store.delete(TABLE, List.of(id));
            store.insert(TABLE, with(everything(id), others));

            assertThat(store.load(TABLE, List.of(id))).containsValue(everything(id));
            assertThat(store.load(TABLE, List.of("0 of " + others, others - 1 + " of " + others)))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T04:00:00.123456500Z",
                "2026-03-01T04:00:00.123457500Z",
                "2026-03-01T04:00:00.000000499Z",
                "2026-03-01T04:00:00.999999500Z",
                "1969-12-31T23:59:59.999999900Z",
                "0001-01-01T00:00:00.000001Z",
                "9999-12-31T23:59:59.123456789Z"
            })
    void a_moment_is_the_same_whichever_way_it_was_written(String text) {
        var moment = Instant.parse(text);
        store.insert(TABLE, List.of(at("inserted", moment)));
        store.write(TABLE, List.of(at("upserted", moment)));
        store.insert(TABLE, with(at("copied", moment), 50));

        assertThat(
                        database.jdbc.queryForObject(
                                """
                                select count(distinct moment) from t.everything
                                where id in ('inserted', 'upserted', 'copied')
                                """,
                                Integer.class))
                .isEqualTo(1);
    }

    @Test
    void every_nanosecond_is_rounded_as_the_database_rounds_it() {
        var random = new SplittableRandom(1);
        var moments =
                Stream.generate(() ->
                                Instant.ofEpochSecond(
                                        random.nextInt(), 500L + 1_000L * random.nextInt(999_999)))
                        .limit(2_000)
                        .toList();
        store.insert(TABLE, moments.stream().<Row>map(it -> at(it.toString(), it)).toList());

        assertThat(
                        database.jdbc.queryForObject(
                                "select count(*) from t.everything where moment <> id::timestamptz",
                                Integer.class))
                .isZero();
    }

    @Test
    void what_the_database_does_not_know_it_refuses_whichever_way_it_comes() {
        for (var refused :
                List.of(
                        at("a", Instant.MAX),
                        at("b", Instant.MIN),
                        on("c", LocalDate.MAX),
                        on("d", LocalDate.MIN),
                        everything("\u0000"))) {
            assertThatThrownBy(() -> store.insert(TABLE, List.of(refused)))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThatThrownBy(() -> store.insert(TABLE, with(refused, 50)))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(store.load(TABLE, List.of("0 of 50"))).isEmpty();
    }

    @Test
    void a_row_that_is_there_is_not_copied_over() {
        store.insert(TABLE, List.of(everything("a")));

        assertThatThrownBy(() -> store.insert(TABLE, with(everything("a"), 50)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(store.load(TABLE, List.of("a", "0 of 50"))).hasSize(1);
    }

    static List<Projection> projections() {
        return AllProjections.list();
    }

    /** In binary PostgreSQL converts nothing. */
    @ParameterizedTest
    @MethodSource("projections")
    void every_column_is_of_the_very_type_that_its_values_are_sent_as(Projection projection) {
        var schema = database.generation(projection);
        for (Table table : projection.tables()) {
            if (table instanceof RowTable<?, ?> rows) {
                for (var column : Columns.of(rows.rows()).all()) {
                    var type =
                            database.jdbc.queryForObject(
                                    """
                                    select udt_name from information_schema.columns
                                    where table_schema = ? and table_name = ? and column_name = ?
                                    """,
                                    String.class,
                                    schema,
                                    rows.name(),
                                    column.name());
                    assertThat(type)
                            .as(rows.name() + "." + column.name())
                            .isEqualTo(ColumnType.of(column).sql);
                }
            }
        }
    }

    @Test
    void what_was_deleted_can_be_copied_in_again() {
        store.insert(TABLE, List.of(everything("a"), everything("b")));
        store.delete(TABLE, List.of("a"));
        assertThat(store.load(TABLE, List.of("a", "b"))).containsOnlyKeys("b");

        store.insert(TABLE, List.of(everything("a")));

        assertThat(store.load(TABLE, List.of("a", "b"))).hasSize(2);
    }

    /** So many other rows, this one among them. */
    private static List<Row> with(Everything one, int others) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < others; i++) {
            rows.add(everything(i + " of " + others));
        }
        rows.add(others / 2, one);
        return rows;
    }

    private static Everything everything(String id) {
        return at(id, Instant.parse("2026-03-01T04:00:00.123456Z"));
    }

    private static Everything at(String id, Instant moment) {
        return everything(id, moment, LocalDate.parse("2026-03-01"));
    }

    private static Everything on(String id, LocalDate day) {
        return everything(id, Instant.EPOCH, day);
    }

    private static Everything everything(String id, Instant moment, LocalDate day) {
        return new Everything(
                id,
                -1,
                Long.MAX_VALUE,
                true,
                moment,
                day,
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
