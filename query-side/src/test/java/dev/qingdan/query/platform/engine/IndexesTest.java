package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.query.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A generation is filled without the indexes of its readers, and gets them before it serves. */
class IndexesTest {

    private final EngineDatabase database = new EngineDatabase();
    private final Indexes indexes = new Indexes(database.jdbc);
    private String generation = "";

    @BeforeEach
    void create() {
        generation = database.generation(new Samples());
        database.jdbc.execute("create index by_events on samples_1.order_life (events)");
        database.jdbc.execute(
                "create index by_version on samples_1.order_life (version desc) where version > 0");
    }

    private List<String> definitions() {
        return database.jdbc.queryForList(
                "select indexdef from pg_indexes where schemaname = 'samples_1' order by indexname",
                String.class);
    }

    private void inTransaction(Runnable step) {
        database.transactions.executeWithoutResult(_ -> step.run());
    }

    @Test
    void keys_stay_while_it_is_filled() {
        inTransaction(() -> indexes.defer(generation));

        assertThat(definitions())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).contains("CREATE UNIQUE INDEX"));
        assertThat(indexes.areMissing(generation)).isTrue();
    }

    @Test
    void afterwards_all_are_as_the_script_made_them() {
        var before = definitions();
        inTransaction(() -> indexes.defer(generation));
        while (indexes.areMissing(generation)) {
            inTransaction(() -> indexes.buildNext(generation));
        }

        assertThat(definitions()).isEqualTo(before);
    }

    @Test
    void what_a_crash_interrupted_is_built_by_whoever_comes_next() {
        var before = definitions();
        inTransaction(() -> indexes.defer(generation));
        inTransaction(() -> indexes.buildNext(generation));
        database.transactions.executeWithoutResult(transaction -> {
            indexes.buildNext(generation);
            transaction.setRollbackOnly();
        });
        assertThat(indexes.areMissing(generation)).isTrue();

        inTransaction(() -> new Indexes(database.jdbc).buildNext(generation));

        assertThat(definitions()).isEqualTo(before);
        assertThat(indexes.areMissing(generation)).isFalse();
    }

    @Test
    void the_planner_knows_the_rows_before_readers_come() {
        inTransaction(() -> indexes.defer(generation));
        database.jdbc.update(
                "insert into samples_1.order_life select 'order-' || n, 'OrderPlaced', 0 from generate_series(1, 500) n");
        indexes.analyze(generation);

        assertThat(
                        database.jdbc.queryForObject(
                                "select reltuples from pg_class where oid = 'samples_1.order_life'::regclass",
                                Integer.class))
                .isEqualTo(500);
    }
}
