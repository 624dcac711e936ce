package dev.qingdan.query.platform.engine;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.platform.cache.AnswerCaches;
import dev.qingdan.query.platform.projection.Projection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of the engine that write, put together on a database of their own, without Spring. */
final class EngineDatabase {

    final JdbcTemplate jdbc;
    final TransactionTemplate transactions;
    final Topics topics = new Topics("");
    final Positions positions;
    final Ledger ledger;
    final DeadLetters deadLetters;

    EngineDatabase() {
        var database = TestPostgres.freshDatabase("engine");
        var source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = new JdbcTemplate(source);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        positions = new Positions(jdbc, topics);
        var client = JdbcClient.create(jdbc);
        deadLetters = new DeadLetters(client);
        var unheard = new Unheard(new AnswerCaches(new SimpleMeterRegistry()));
        ledger =
                new Ledger(
                        positions,
                        new Parking(client, topics),
                        new Announcements(jdbc, topics, unheard));
    }

    /** A generation as {@link Generations} creates it. */
    String generation(Projection projection) {
        var id = projection.name() + "_1";
        transactions.executeWithoutResult(_ -> {
            jdbc.update(
                    """
                    insert into engine.generation (id, projection, number, version, state, created_at)
                    values (?, ?, 1, ?, 'LIVE', now())
                    """,
                    id,
                    projection.name(),
                    projection.version());
            new Schemas(jdbc, new Indexes(jdbc)).create(id, projection);
            positions.create(id, projection);
        });
        return id;
    }

    BatchWriter writer(Projection projection, String generation) {
        return new BatchWriter(projection, generation, ledger, jdbc, transactions);
    }

    /** Writes each poll for itself. */
    GenerationWriter polls(Projection projection, String generation) {
        return sink(projection, generation, Long.MAX_VALUE, 1);
    }

    /**
     * Writes many polls together.
     *
     * @param bytes how many of events, at least
     */
    GenerationWriter bulk(Projection projection, String generation, long bytes) {
        return sink(projection, generation, -1, bytes);
    }

    private GenerationWriter sink(
            Projection projection, String generation, long bulkBehind, long bytes) {
        var metrics = new EngineMetrics(new SimpleMeterRegistry());
        return new GenerationWriter(
                writer(projection, generation),
                new BulkWriter(
                        projection,
                        generation,
                        ledger,
                        jdbc,
                        transactions,
                        new BulkLimits(bytes, Duration.ofMinutes(1), () -> false)),
                new AtomicBoolean(),
                bulkBehind,
                bulkBehind,
                new Throttle(() -> false, 1, new ReentrantLock()),
                () -> {},
                metrics.batches(projection.name()),
                metrics.events(projection.name()));
    }

    Redelivery redelivery() {
        return new Redelivery(deadLetters, ledger, topics, jdbc, transactions);
    }
}
