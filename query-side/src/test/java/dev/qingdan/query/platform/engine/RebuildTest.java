package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.MEMBER;
import static dev.qingdan.query.testing.Orders.accepted;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Rebuilds while the shop sells, on a real broker and a real database. */
class RebuildTest {

    private static final String[] OPERATOR = as(Tokens.staff("OPERATOR"));
    private static final String REBUILDS = "/ops/projections/order_view/rebuilds";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Broker broker = new Broker();
    private final History history = new History();
    private final Instance instance =
            Instance.start(
                    TestPostgres.freshDatabase("rebuild"),
                    broker,
                    "--qingdan.projections.batch-size=200",
                    "--qingdan.projections.bulk-behind=60");
    private final Client client = instance.client();
    private final JdbcTemplate jdbc = instance.bean(JdbcTemplate.class);

    @BeforeEach
    void publishOrders() {
        for (int i = 0; i < 500; i++) {
            history.add(placed("order-" + i));
        }
        for (int i = 0; i < 500; i++) {
            history.add(paid("order-" + i));
        }
        broker.publish(history.events());
        awaitAll();
    }

    @AfterEach
    void close() {
        instance.close();
        broker.close();
    }

    private void awaitAll() {
        var answer =
                client.get(
                        "/api/v1/orders",
                        as(
                                Tokens.member(MEMBER),
                                "Consistency-Token",
                                Published.token(history.events()),
                                "Prefer",
                                "wait=10"));
        assertThat(answer.status()).isEqualTo(200);
    }

    private String start(String mode) {
        var answer = client.post(REBUILDS, "{\"mode\":\"" + mode + "\"}", OPERATOR);
        assertThat(answer.status()).isEqualTo(202);
        return answer.json().path("rebuildId").asString();
    }

    private JsonNode rebuild(String id) {
        return client.get(REBUILDS + "/" + id, OPERATOR).json();
    }

    private void awaitState(String id, String state) {
        await().atMost(LONG).until(() -> rebuild(id).path("state").asString().equals(state));
    }

    private JsonNode projection() {
        return client.get("/ops/projections/order_view", OPERATOR).json();
    }

    private @Nullable String contents(String schema) {
        return jdbc.queryForObject(
                """
                select md5(string_agg(o::text, ',' order by order_id)) from %s.order_view o
                """
                        .formatted(schema),
                String.class);
    }

    private @Nullable Long count(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }

    @Test
    void a_rebuild_under_live_writes_ends_with_the_same_rows_and_readers_never_go_back() {
        var reading = new AtomicBoolean(true);
        var wentBack = new AtomicReference<@Nullable String>();
        var reader = Thread.ofVirtual().start(() -> watch(reading, wentBack));

        var id = start("REPLACE");
        for (int i = 0; i < 500; i++) {
            broker.publish(history.add(accepted("order-" + i)));
        }
        awaitState(id, "DONE");
        awaitAll();
        reading.set(false);
        await().until(() -> !reader.isAlive());

        assertThat(wentBack.get()).isNull();
        assertThat(projection().path("generation").asInt()).isEqualTo(2);
        assertThat(count("select count(*) from public.order_view where version = 2"))
                .isEqualTo(500);
        assertThat(rebuild(id).path("processed").asLong()).isBetween(1_000L, 1_500L);
    }

    /** Reads the newest versions over and over: their sum may only ever rise. */
    private void watch(AtomicBoolean reading, AtomicReference<@Nullable String> wentBack) {
        long highest = 0;
        while (reading.get()) {
            long now =
                    Objects.requireNonNull(
                            count("select sum(version) + 1000 * count(*) from public.order_view"));
            if (now < highest) {
                wentBack.set(highest + " was followed by " + now);
                return;
            }
            highest = now;
        }
    }

    @Test
    void a_rebuilt_generation_equals_the_one_it_replaces() {
        awaitState(start("REPLACE"), "DONE");

        assertThat(contents("order_view_2")).isEqualTo(contents("order_view_1"));
    }

    @Test
    void a_rebuilt_generation_has_the_indexes_of_the_one_it_replaces() {
        awaitState(start("REPLACE"), "DONE");

        assertThat(indexes("order_view_2"))
                .hasSizeGreaterThan(1)
                .isEqualTo(indexes("order_view_1"));
    }

    private List<String> indexes(String schema) {
        return jdbc.queryForList(
                """
                select replace(indexdef, schemaname, '') from pg_indexes
                where schemaname = ? order by indexname
                """,
                String.class,
                schema);
    }

    @Test
    void what_a_rebuild_does_can_be_seen_from_outside() {
        awaitState(start("REPLACE"), "DONE");

        var metrics = client.get("/actuator/prometheus", OPERATOR).response().body();
        assertThat(metrics)
                .contains("qingdan_projection_swap_held_seconds_count{projection=\"order_view\"} 1")
                .contains("qingdan_projection_indexing_seconds_count{projection=\"order_view\"} 1")
                .contains("qingdan_projection_lag{projection=\"order_view\"}")
                .contains("qingdan_projection_dead_letters{projection=\"order_view\"} 0.0")
                .contains("qingdan_projection_rebuild_processed{projection=\"order_view\"}");
    }

    @Test
    void a_second_rebuild_of_the_same_projection_is_refused() {
        var first = start("REPLACE");

        var second = client.post(REBUILDS, "{\"mode\":\"REPLACE\"}", OPERATOR);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("rebuild.already-running");
        awaitState(first, "DONE");
    }

    @Test
    void after_a_rebuild_one_can_go_back_to_the_previous_generation() {
        awaitState(start("REPLACE"), "DONE");
        broker.publish(history.add(accepted("order-1")));

        awaitState(start("ROLLBACK"), "DONE");

        assertThat(projection().path("generation").asInt()).isEqualTo(1);
        awaitAll();
        assertThat(count("select version from public.order_view where order_id = 'order-1'"))
                .isEqualTo(2);
    }

    @Test
    void a_paused_rebuild_stands_still_until_it_is_resumed() {
        var id = start("REPLACE");
        client.post(REBUILDS + "/" + id + "/pause", "", OPERATOR);
        awaitState(id, "PAUSED");
        assertThat(projection().path("state").asString()).isEqualTo("PAUSED");

        client.post(REBUILDS + "/" + id + "/resume", "", OPERATOR);
        awaitState(id, "DONE");
    }

    @Test
    void a_cancelled_rebuild_leaves_nothing_behind() {
        var id = start("REPLACE");

        var answer = client.post(REBUILDS + "/" + id + "/cancel", "", OPERATOR);

        assertThat(answer.json().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(projection().path("rebuild").path("state").asString()).isEqualTo("CANCELLED");
        assertThat(count("select count(*) from pg_namespace where nspname = 'order_view_2'"))
                .isZero();
        assertThat(projection().path("generation").asInt()).isEqualTo(1);
    }

    @Test
    void verifying_a_healthy_projection_finds_no_difference() {
        var id = start("VERIFY");
        awaitState(id, "DONE");

        assertThat(rebuild(id).path("differences").asLong(-1)).isZero();
        assertThat(projection().path("generation").asInt()).isEqualTo(1);
    }

    @Test
    void verifying_names_the_row_that_somebody_changed_by_hand() {
        jdbc.update("update order_view_1.order_view set payable = 1 where order_id = 'order-7'");

        var id = start("VERIFY");
        awaitState(id, "DONE");

        assertThat(rebuild(id).path("differences").asLong()).isEqualTo(1);
        assertThat(rebuild(id).path("differingKeys").get(0).asString())
                .isEqualTo("order_view/order-7");
    }

    @Test
    void a_rebuild_goes_on_after_all_its_connections_broke() {
        var id = start("REPLACE");
        for (int i = 0; i < 5; i++) {
            jdbc.queryForList(
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                    """);
        }
        awaitState(id, "DONE");
        awaitAll();

        assertThat(contents("order_view_2")).isEqualTo(contents("order_view_1"));
        assertThat(List.of(rebuild(id).path("processed").asLong())).containsExactly(1_000L);
    }
}
