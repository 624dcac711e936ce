package dev.qingdan.command.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.order.OrderingTest;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay hears of new events, unless it runs here and comes for them by itself. */
class TellingListenersTest extends OrderingTest {

    @Autowired private DataSource database;
    @Autowired private RecentEvents recent;
    @Autowired private WorkingSet workingSet;
    @Autowired private TransactionTemplate transactions;

    private String li = "";
    private String shop = "";
    private String tea = "";
    private Connection listener;

    @BeforeEach
    void a_listener() throws SQLException {
        li = newMember();
        shop = openShop();
        tea = offer(shop, 100, 10);
        listener = database.getConnection();
        execute("listen " + EventLog.CHANNEL);
    }

    @AfterEach
    void end() throws SQLException {
        recent.rest(Long.MAX_VALUE);
        execute("unlisten *");
        listener.close();
    }

    @Test
    void of_an_order_listeners_are_told() throws SQLException {
        place(li, shop, tea, 1);

        assertThat(heard()).isOne();
    }

    @Test
    void a_reader_that_comes_by_itself_is_not_told() throws SQLException {
        recent.pursue();
        place(li, shop, tea, 1);
        place(li, shop, tea, 1);
        recent.rest(Long.MAX_VALUE);
        place(li, shop, tea, 1);

        assertThat(heard()).isOne();
    }

    @Test
    void a_reader_that_begins_to_rest_while_an_order_is_written_is_told_afterwards()
            throws SQLException {
        recent.pursue();
        CompletableFuture<Reply> placing =
                Objects.requireNonNull(
                        transactions.execute(_ -> {
                            jdbc().sql(EventLog.APPEND_LOCK).query().singleRow();
                            var order = placeSoon();
                            awaitWriter();
                            recent.rest(Long.MAX_VALUE);
                            return order;
                        }));

        assertThat(placing.join().status()).isEqualTo(201);
        await().until(() -> heard() > 0);
    }

    private CompletableFuture<Reply> placeSoon() {
        return CompletableFuture.supplyAsync(
                () -> buyer(li).post("/api/v1/orders", order(shop, tea, 1)));
    }

    private void awaitWriter() {
        var stream = new StreamId(AggregateType.STOCK, tea);
        var kind = Objects.requireNonNull(workingSet.kind(stream.type()));
        await().until(() -> workingSet.load(kind, stream).sequence() == 1);
        await().until(() ->
                jdbc().sql("select count(*) from pg_locks where not granted")
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private int heard() throws SQLException {
        execute("select");
        return listener.unwrap(PGConnection.class).getNotifications().length;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = listener.createStatement()) {
            statement.execute(sql);
        }
    }
}
