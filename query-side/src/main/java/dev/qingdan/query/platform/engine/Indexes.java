package dev.qingdan.query.platform.engine;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The indexes that only readers need. They are taken off an empty generation and built when it is
 * full, before anybody reads it. What is still to be built lies in a table, so whoever is there
 * after a crash goes on; several instances build different ones.
 */
@Component
class Indexes {

    private record Index(String name, String definition) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    Indexes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /** Keys stay, and whatever else guards the rows: they are needed from the first row on. */
    @Transactional(propagation = Propagation.MANDATORY)
    void defer(String generation) {
        client.sql(
                        """
                        insert into engine.deferred_index (generation, name, definition)
                        select nspname, relname, pg_get_indexdef(indexrelid)
                        from pg_index
                        join pg_class on pg_class.oid = indexrelid
                        join pg_namespace on pg_namespace.oid = relnamespace
                        where nspname = ? and not indisunique and not indisexclusion
                        """)
                .param(generation)
                .update();
        for (Index index : deferred(generation)) {
            jdbc.execute("drop index %s.\"%s\"".formatted(generation, index.name()));
        }
    }

    boolean areMissing(String generation) {
        return !deferred(generation).isEmpty();
    }

    /**
     * Builds one of those that nobody else is building.
     *
     * @return whether there may be more of them to build
     */
    @Transactional
    boolean buildNext(String generation) {
        var next =
                client.sql(
                                """
                                select name, definition from engine.deferred_index where generation = ?
                                order by name limit 1 for update skip locked
                                """)
                        .param(generation)
                        .query(Index.class)
                        .optional();
        next.ifPresent(index -> build(generation, index));
        return next.isPresent();
    }

    private void build(String generation, Index index) {
        // One core is enough: the other one belongs to the readers of the live generation
        jdbc.execute("set local max_parallel_maintenance_workers = 0");
        jdbc.execute(index.definition());
        client.sql("delete from engine.deferred_index where generation = ? and name = ?")
                .param(generation)
                .param(index.name())
                .update();
    }

    /** Lets the planner know what is in the tables, before readers ask. */
    void analyze(String generation) {
        tables(generation)
                .forEach(table -> jdbc.execute("analyze %s.%s".formatted(generation, table)));
    }

    void forget(String generation) {
        client.sql("delete from engine.deferred_index where generation = ?")
                .param(generation)
                .update();
    }

    private List<Index> deferred(String generation) {
        return client.sql(
                        """
                        select name, definition from engine.deferred_index
                        where generation = ? order by name
                        """)
                .param(generation)
                .query(Index.class)
                .list();
    }

    private List<String> tables(String generation) {
        return client.sql("select tablename from pg_tables where schemaname = ?")
                .param(generation)
                .query(String.class)
                .list();
    }
}
