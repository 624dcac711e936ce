package dev.qingdan.query.sales;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.History.BEGINNING;
import static dev.qingdan.query.testing.Orders.PAYABLE;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.Folds;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Counting days again from one day on, while the shop sells. */
class SinceTest {

    private static final String[] OPERATOR = as(Tokens.staff("OPERATOR"));
    private static final String REBUILDS = "/ops/projections/daily_sales/rebuilds";
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate THIRD = FIRST.plusDays(2);
    private static final int DAYS = 4;

    private final Broker broker = new Broker();
    private final History history = new History();
    private final Instance instance = Instance.start(TestPostgres.freshDatabase("since"), broker);
    private final Client client = instance.client();
    private final JdbcTemplate jdbc = instance.bean(JdbcTemplate.class);

    /** A hundred orders, paid on four days in turn. */
    @BeforeEach
    void publishOrders() {
        for (int i = 0; i < 100; i++) {
            history.add(placed("order-" + i));
        }
        for (int i = 0; i < 100; i++) {
            history.add(paid("order-" + i, i % DAYS));
        }
        broker.publish(history.events());
        awaitAll();
        corrupt(FIRST.plusDays(1));
        corrupt(THIRD);
    }

    @AfterEach
    void close() {
        instance.close();
        broker.close();
    }

    private static OrderPaid paid(String orderId, int day) {
        return new OrderPaid(
                orderId, "payment-of-" + orderId, PAYABLE, BEGINNING.plus(Duration.ofDays(day)));
    }

    private void corrupt(LocalDate day) {
        jdbc.update("update public.product_sales set revenue = revenue + 1 where day = ?", day);
    }

    private void awaitAll() {
        var token = Published.token(history.events());
        var answer =
                client.get(
                        "/api/v1/staff/sales",
                        as(
                                Tokens.staff("VIEWER"),
                                "Consistency-Token",
                                token,
                                "Prefer",
                                "wait=10"));
        assertThat(answer.status()).isEqualTo(200);
    }

    private String start(String mode) {
        var asked = "{\"mode\":\"%s\",\"since\":\"%s\"}".formatted(mode, THIRD);
        return client.post(REBUILDS, asked, OPERATOR).json().path("rebuildId").asString();
    }

    private JsonNode awaitDone(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> {
                    sell(10);
                    return status(id).path("state").asString().equals("DONE");
                });
        return status(id);
    }

    private JsonNode status(String id) {
        return client.get(REBUILDS + "/" + id, OPERATOR).json();
    }

    /** More orders, paid on any of the days: some payments of days gone by come only now. */
    private void sell(int orders) {
        var from = history.events().size();
        for (int i = 0; i < orders; i++) {
            var order = "later-" + history.events().size();
            history.add(placed(order));
            history.add(paid(order, i % DAYS));
        }
        broker.publish(List.copyOf(history.events().subList(from, from + 2 * orders)));
    }

    private Map<LocalDate, Long> revenueInTheTables() {
        return new TreeMap<>(
                jdbc
                        .query(
                                "select day, revenue from public.product_sales",
                                (row, _) ->
                                        Map.entry(
                                                row.getObject(1, LocalDate.class), row.getLong(2)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Map<LocalDate, Long> revenueFolded() {
        return new TreeMap<>(
                Folds.batch(new DailySalesProjection(), history.events())
                        .sums(DailySalesProjection.BY_PRODUCT)
                        .stream()
                        .collect(Collectors.toMap(ProductSales::day, ProductSales::revenue)));
    }

    @Test
    void only_the_days_from_then_on_are_counted_again_and_none_loses_what_comes_meanwhile() {
        var rebuild = awaitDone(start("REPLACE"));
        sell(20);
        awaitAll();

        var expected = revenueFolded();
        expected.merge(FIRST.plusDays(1), 1L, Long::sum);
        assertThat(revenueInTheTables()).isEqualTo(expected);
        assertThat(rebuild.path("since").asString()).isEqualTo("2026-03-03");
        assertThat(client.get("/ops/projections/daily_sales", OPERATOR).json().path("generation"))
                .hasToString("2");
    }

    @Test
    void the_copy_waits_for_what_is_just_being_written() throws SQLException {
        CompletableFuture<String> started;
        try (var writer = instance.bean(DataSource.class).getConnection()) {
            writer.setAutoCommit(false);
            try (var batch = writer.createStatement()) {
                batch.execute(
                        "select pg_advisory_xact_lock_shared(hashtextextended('generation:daily_sales_1', 0))");
                batch.execute(
                        "update daily_sales_1.product_sales set revenue = 7 where day = '2026-03-01'");
                started = CompletableFuture.supplyAsync(() -> start("REPLACE"));
                await().during(Duration.ofMillis(500)).until(() -> !started.isDone());
                writer.commit();
            }
            writer.setAutoCommit(true);
        }
        await().until(started::isDone);

        assertThat(
                        jdbc.queryForObject(
                                "select revenue from daily_sales_2.product_sales where day = ?",
                                Long.class,
                                FIRST))
                .isEqualTo(7);
        awaitDone(started.join());
    }

    @Test
    void verifying_since_a_day_looks_at_no_day_before_it() {
        var rebuild = awaitDone(start("VERIFY"));

        assertThat(rebuild.path("differingKeys"))
                .hasToString("[\"product_sales/shop-1/2026-03-03/oolong-50g\"]");
        assertThat(rebuild.path("differences").asInt()).isEqualTo(1);
    }
}
