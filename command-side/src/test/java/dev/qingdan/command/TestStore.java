package dev.qingdan.command;

import com.zaxxer.hikari.HikariDataSource;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.command.platform.store.EventIndex;
import dev.qingdan.command.platform.store.EventLog;
import dev.qingdan.command.platform.store.StoredEvent;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventType;
import dev.qingdan.infra.stack.TestPostgres;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An event store on a real PostgreSQL, without the application around it.
 *
 * @param database makes a new connection whenever it is asked for one
 * @param pool what the store itself uses
 */
public record TestStore(
        DataSource database, DataSource pool, JdbcClient jdbc, EventLog log, EventIndex index) {

    private static final int CONNECTIONS = 8;

    private static final Origin ORIGIN = new Origin("system:test", "correlation", "cause", null);

    /** A store with no events, as the migrations make it. */
    public static TestStore fresh() {
        var database = TestPostgres.freshDatabase("command");
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        Flyway.configure().dataSource(dataSource).load().migrate();
        return on(dataSource);
    }

    /** Another instance before the same database. */
    public TestStore another() {
        return on(database);
    }

    private static TestStore on(DataSource database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        var jdbc = JdbcClient.create(pool);
        return new TestStore(
                database, pool, jdbc, new EventLog(new JdbcTemplate(pool)), new EventIndex(jdbc));
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    /** Appends in a transaction of its own. */
    public void append(StoredEvent... events) {
        transactions().executeWithoutResult(_ -> log.append(List.of(events)));
    }

    /** An event as a command would leave it. */
    public static StoredEvent event(long sequence, DomainEvent event) {
        return new StoredEvent(
                new Ids().get(),
                StreamId.of(event),
                sequence,
                EventType.of(event).name(),
                EventJson.write(event),
                Instant.parse("2026-11-22T08:00:00Z"),
                ORIGIN);
    }
}
