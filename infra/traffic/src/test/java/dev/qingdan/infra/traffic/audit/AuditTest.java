package dev.qingdan.infra.traffic.audit;

import static dev.qingdan.infra.traffic.audit.Story.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.AggregateType;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventJson;
import dev.qingdan.events.EventType;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.StockEvent.StockReserved;
import dev.qingdan.infra.stack.ProjectFolder;
import dev.qingdan.infra.stack.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit on real tables: the store's own, and the columns it needs of the views. */
@SuppressWarnings("NullAway.Init")
class AuditTest {

    private static final String STORE =
            "command-side/src/main/resources/db/migration/V1__event_store.sql";
    private static final String VIEWS =
            """
            create table order_view (
                order_id text primary key, version bigint, status text, payable bigint, document jsonb);
            create table stock_level (sku text primary key, version bigint, on_hand int, reserved int);
            """;

    private Connection command;
    private Connection query;
    private long position;

    @BeforeEach
    void open() throws SQLException, IOException {
        command = freshDatabase("command");
        query = freshDatabase("query");
        execute(command, Files.readString(ProjectFolder.find().resolve(STORE)));
        execute(query, VIEWS);
        append(0, new StockReceived("tea", 5, "van-1"));
        append(0, placed("o1", "m1", 2));
        append(1, new StockReserved("tea", "o1", 2));
        showStock();
    }

    @AfterEach
    void close() throws SQLException {
        command.close();
        query.close();
    }

    @Test
    void a_view_that_catches_up_in_time_is_clean()
            throws SQLException, InterruptedException, ExecutionException {
        var audit = new Audit(command, query);
        var report = new FutureTask<>(() -> audit.compare(List.of(), Duration.ofSeconds(30)));
        Thread.startVirtualThread(report);

        showOrder("AWAITING_PAYMENT");

        assertThat(report.get().isClean()).as(report.get().toString()).isTrue();
        assertThat(report.get().toString()).contains("3 events: 1 orders, 1 shelves");
    }

    @Test
    void a_view_that_shows_something_else_is_named() throws SQLException, InterruptedException {
        showOrder("PAID");

        var report = new Audit(command, query).compare(List.of(), Duration.ZERO);

        assertThat(report.isClean()).isFalse();
        assertThat(report.toString()).contains("order o1", "AWAITING_PAYMENT", "PAID");
    }

    private void showOrder(String status) throws SQLException {
        execute(
                query,
                """
                insert into order_view values
                    ('o1', 0, '%s', 200, '{"total": 200, "discount": 0}')
                """
                        .formatted(status));
    }

    private void showStock() throws SQLException {
        execute(query, "insert into stock_level values ('tea', 1, 5, 2)");
    }

    private void append(long sequence, DomainEvent event) throws SQLException {
        var insert =
                """
                insert into event (position, event_id, aggregate_type, aggregate_id, sequence,
                                   type, payload, occurred_at)
                values (?, gen_random_uuid(), ?, ?, ?, ?, ?, now())
                """;
        try (var statement = command.prepareStatement(insert)) {
            statement.setLong(1, ++position);
            statement.setString(2, AggregateType.of(event).typeName());
            statement.setString(3, event.aggregateId());
            statement.setLong(4, sequence);
            statement.setString(5, EventType.of(event).name());
            statement.setBytes(6, EventJson.write(event));
            statement.executeUpdate();
        }
    }

    private static Connection freshDatabase(String name) throws SQLException {
        var database = TestPostgres.freshDatabase(name);
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
