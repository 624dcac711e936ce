package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventType;
import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.testing.AllProjections;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.InstanceProcess;
import dev.qingdan.query.testing.RandomHistory;
import dev.qingdan.query.testing.Records;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two instances share the partitions, and one after the other dies in the middle of its work. */
class KilledInstanceTest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledInstanceTest.class);
    private static final long SEED = 20_260_301;
    private static final int KILLS = 10;
    private static final int ORDERS = 2_000;
    private static final int LIVE_EVENTS_AT_MOST = 150;
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final List<String> REBUILT = List.of("order_view", "daily_sales", "funnel");

    private final Random random = new Random(SEED);
    private final Database database = TestPostgres.freshDatabase("killed");
    private final JdbcTemplate jdbc =
            new JdbcTemplate(
                    new DriverManagerDataSource(
                            database.url(), database.user(), database.password()));
    private final Broker broker = new Broker();
    private final List<Recorded<DomainEvent>> events = RandomHistory.of(random, ORDERS).events();
    private final List<InstanceProcess> instances = new ArrayList<>();
    private int published;

    @AfterEach
    void close() {
        instances.forEach(InstanceProcess::close);
        broker.close();
    }

    @Test
    void ten_kills_during_rebuilds_and_live_traffic_neither_lose_nor_double_an_event() {
        publish(events.size() - KILLS * LIVE_EVENTS_AT_MOST);
        instances.add(start());
        instances.add(start());
        int duringRebuild = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            var victim = instances.get(kill % 2);
            victim.awaitReady();
            rebuild(victim, REBUILT.get(kill % REBUILT.size()));
            for (int i = random.nextInt(LIVE_EVENTS_AT_MOST); i > 0; i--) {
                publish(1);
            }
            duringRebuild += isRebuilding() ? 1 : 0;
            victim.close();
            instances.set(kill % 2, start());
        }
        publish(events.size() - published);

        var projections = AllProjections.list();
        await().atMost(LONG).until(() -> !isRebuilding());
        for (Projection projection : projections) {
            await(projection.name()).atMost(LONG).until(() -> taken(projection) == fed(projection));
        }
        LOG.info("{} of {} kills came during a rebuild", duringRebuild, KILLS);
        assertThat(duringRebuild).isPositive();
        assertThat(count("select count(*) from engine.dead_letter")).isZero();
        var log = events.stream().map(Records::incoming).toList();
        for (Projection projection : projections) {
            assertThat(FoldedTables.differences(jdbc, projection, live(projection), log))
                    .as("%s with seed %s", projection.name(), SEED)
                    .isEmpty();
        }
    }

    private InstanceProcess start() {
        return InstanceProcess.start(database, broker, "--qingdan.projections.batch-size=50");
    }

    private void publish(int more) {
        broker.publish(events.subList(published, published + more));
        published += more;
    }

    /** Refused where the last one, whose instance was killed, has not ended yet. */
    private static void rebuild(InstanceProcess instance, String projection) {
        var path = "/ops/projections/" + projection + "/rebuilds";
        var operator = as(Tokens.staff("OPERATOR"));
        assertThat(instance.client().post(path, "{\"mode\":\"REPLACE\"}", operator).status())
                .isIn(202, 409);
    }

    private boolean isRebuilding() {
        return count("select count(*) from engine.rebuild where state = 'RUNNING'") > 0;
    }

    private String live(Projection projection) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select id from engine.generation where projection = ? and state = 'LIVE'",
                        String.class,
                        projection.name()));
    }

    /** How many events the live generation says that it has taken. */
    private long taken(Projection projection) {
        return count(
                "select sum(events) from engine.partition_position where generation = ?",
                live(projection));
    }

    private long fed(Projection projection) {
        return events.stream()
                .filter(it -> projection.topics().contains(EventType.of(it.event()).topic()))
                .count();
    }

    private long count(String sql, Object... parameters) {
        var count = jdbc.queryForObject(sql, Long.class, parameters);
        return count == null ? 0 : count;
    }
}
