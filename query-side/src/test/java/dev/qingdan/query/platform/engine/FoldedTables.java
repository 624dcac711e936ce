package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.query.platform.projection.BatchFold;
import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that one fold of a whole log from its beginning leaves, to hold others against. */
final class FoldedTables {

    private static final String SCHEMA = "folded_from_scratch";

    private FoldedTables() {}

    /** Rows of this generation that are not those of the fold, and the other way round. */
    static List<String> differences(
            JdbcTemplate jdbc, Projection projection, String generation, List<Incoming> log) {
        var tables = projection.tables();
        jdbc.execute("drop schema if exists " + SCHEMA + " cascade");
        jdbc.execute("create schema " + SCHEMA);
        for (Table table : tables) {
            jdbc.execute(
                    "create table %1$s.%3$s (like %2$s.%3$s including all)"
                            .formatted(SCHEMA, generation, table.name()));
        }
        write(new TableStore(jdbc, SCHEMA, tables), tables, log);
        var differences = new ArrayList<String>();
        for (Table table : tables) {
            differences.addAll(differences(jdbc, table.name(), generation, SCHEMA));
            differences.addAll(differences(jdbc, table.name(), SCHEMA, generation));
        }
        return differences;
    }

    private static void write(TableStore store, List<Table> tables, List<Incoming> log) {
        var fold = new BatchFold(tables, Map.of(), Set.of()).fold(log);
        assertThat(fold.letters()).isEmpty();
        fold.changed().forEach((table, rows) -> store.write(table, rows.values()));
        fold.tallies().forEach((table, sums) -> store.write(table, sums.rows()));
    }

    private static List<String> differences(
            JdbcTemplate jdbc, String table, String one, String other) {
        return jdbc.queryForList(
                """
                select '%2$s: ' || row from (
                    select a::text as row from %2$s.%1$s a except select b::text from %3$s.%1$s b) differing
                """
                        .formatted(table, one, other),
                String.class);
    }
}
