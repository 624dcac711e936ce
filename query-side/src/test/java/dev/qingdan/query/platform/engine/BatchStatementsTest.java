package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.testing.AllProjections;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Records;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Statements that go to the database together are each what they were on their own. */
@SuppressWarnings("NullAway.Init")
class BatchStatementsTest {

    private final EngineDatabase database = new EngineDatabase();
    private final Projection projection =
            AllProjections.list().stream()
                    .filter(it -> it.name().equals("order_view"))
                    .findFirst()
                    .orElseThrow();
    private final Incoming event = Records.incoming(History.of(placed("o")).events().getFirst());
    private final BatchWriter writer = database.writer(projection, database.generation(projection));
    private Connection other;

    @BeforeEach
    void connect() throws SQLException {
        other = Objects.requireNonNull(database.jdbc.getDataSource()).getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
    }

    private Claim claim() {
        return database.positions.claim("order_view_1", List.of(event.partition())).getFirst();
    }

    private void write(Claim claim) {
        var end = event.record().offset() + 1;
        writer.write(Batch.of(List.of(event), Map.of(claim, end)), false);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> heardOn() throws SQLException {
        execute("select");
        return Arrays.stream(other.unwrap(PGConnection.class).getNotifications())
                .map(PGNotification::getName)
                .toList();
    }

    private int orders() {
        return Objects.requireNonNull(
                database.jdbc.queryForObject(
                        "select count(*) from order_view_1.order_view", Integer.class));
    }

    @Test
    void what_was_changed_is_heard_before_the_position_it_led_to() throws SQLException {
        execute("listen " + Announcements.POSITIONS);
        execute("listen " + Announcements.CHANGES);

        write(claim());

        assertThat(heardOn()).containsExactly(Announcements.CHANGES, Announcements.POSITIONS);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void of_a_batch_that_came_too_late_nothing_is_heard_or_seen() throws SQLException {
        var late = claim();
        var partition = event.partition();
        database.positions.unsettle(
                "order_view_1", database.topics.plain(partition), partition.partition());
        execute("listen " + Announcements.POSITIONS);
        execute("listen " + Announcements.CHANGES);

        assertThatThrownBy(() -> write(late)).isInstanceOf(StaleClaim.class);

        assertThat(heardOn()).isEmpty();
        assertThat(orders()).isZero();
    }

    @Test
    void a_generation_that_was_replaced_while_a_batch_waited_is_written_no_more()
            throws SQLException {
        var claim = claim();
        other.setAutoCommit(false);
        execute("select pg_advisory_xact_lock(hashtextextended('generation:order_view_1', 0))");
        var batch = CompletableFuture.runAsync(() -> write(claim));
        await().until(this::somebodyWaits);
        execute("update engine.generation set state = 'PREVIOUS'");
        other.commit();

        assertThatThrownBy(batch::join).hasCauseInstanceOf(StaleClaim.class);
        assertThat(orders()).isZero();
    }

    private boolean somebodyWaits() {
        return Boolean.TRUE.equals(
                database.jdbc.queryForObject(
                        """
                        select exists (select from pg_locks join pg_database on pg_database.oid = database
                                       where datname = current_database() and not granted)
                        """,
                        Boolean.class));
    }
}
