package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.RandomHistory;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Comparing with a fresh fold while fifty events a second come in. */
class VerificationTest {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationTest.class);
    private static final String[] OPERATOR = as(Tokens.staff("OPERATOR"));
    private static final int BEFORE = 3_000;
    private static final int PER_SECOND = 50;

    private final Broker broker = new Broker();
    private final Instance instance = Instance.start(TestPostgres.freshDatabase("verify"), broker);
    private final Client client = instance.client();
    private final JdbcTemplate jdbc = instance.bean(JdbcTemplate.class);
    private final ScheduledExecutorService traffic = Executors.newSingleThreadScheduledExecutor();
    private final List<Recorded<DomainEvent>> events =
            RandomHistory.of(new Random(1), 2_000).events();

    @BeforeEach
    void startTraffic() {
        broker.publish(events.subList(0, BEFORE));
        var next = new AtomicInteger(BEFORE);
        traffic.scheduleAtFixedRate(
                () -> broker.publish(events.get(next.getAndIncrement())),
                0,
                1_000 / PER_SECOND,
                TimeUnit.MILLISECONDS);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("daily_sales_1") > BEFORE && count("order_view_1") > BEFORE / 2);
    }

    @AfterEach
    void close() throws InterruptedException {
        traffic.shutdown();
        assertThat(traffic.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        instance.close();
        broker.close();
    }

    private long count(String generation) {
        var count =
                jdbc.queryForObject(
                        "select sum(events) from engine.partition_position where generation = ?",
                        Long.class,
                        generation);
        return count == null ? 0 : count;
    }

    private JsonNode verified(String projection) {
        var rebuilds = "/ops/projections/" + projection + "/rebuilds";
        var asked = client.post(rebuilds, "{\"mode\":\"VERIFY\"}", OPERATOR).json();
        var one = rebuilds + "/" + asked.path("rebuildId").asString();
        await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> client.get(one, OPERATOR).json(),
                        it -> it.path("state").asString().equals("DONE"));
        var done = client.get(one, OPERATOR).json();
        LOG.info("{}: {} to {}", projection, done.path("startedAt"), done.path("finishedAt"));
        return done;
    }

    @Test
    void a_healthy_projection_has_no_difference_under_traffic() {
        assertThat(verified("order_view").path("differences").asLong(-1)).isZero();
        assertThat(verified("daily_sales").path("differences").asLong(-1)).isZero();
        assertThat(verified("funnel").path("differences").asLong(-1)).isZero();
    }

    /** An order of which nothing more will be heard. */
    private String endedOrder() {
        var open =
                events.subList(BEFORE, events.size()).stream()
                        .map(later -> later.event().aggregateId())
                        .collect(toSet());
        return events.subList(0, BEFORE).stream()
                .map(Recorded::event)
                .filter(OrderPlaced.class::isInstance)
                .map(DomainEvent::aggregateId)
                .filter(order -> !open.contains(order))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void exactly_the_row_and_the_sum_that_somebody_changed_are_named() {
        var order = endedOrder();
        jdbc.update("update funnel_1.funnel_order set shop_id = 'x' where order_id = ?", order);
        jdbc.update(
                """
                update funnel_1.funnel_hour set placed = placed + 1
                where (shop_id, day, hour) in (select shop_id, day, hour from funnel_1.funnel_hour
                                               order by shop_id, day, hour limit 1)
                """);

        var changed = verified("funnel").path("differingKeys");

        assertThat(changed.valueStream().map(JsonNode::asString))
                .containsExactly("funnel_order/" + order, "funnel_hour/shop-0/2026-03-01/12");
    }
}
