package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static org.awaitility.Awaitility.await;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Orders;
import dev.qingdan.query.testing.Records;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Measures a rebuild of {@code order_view}; run by name, as figures depend on the machine. */
class RebuildRate {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRate.class);
    private static final int EVENTS = Integer.getInteger("events", 200_000);
    private static final String[] OPERATOR = as(Tokens.staff("OPERATOR"));
    private static final String REBUILDS = "/ops/projections/order_view/rebuilds";

    @Test
    void rebuild() {
        try (var broker = new Broker();
                var instance = Instance.start(TestPostgres.freshDatabase("rate"), broker)) {
            decode(publish(broker));
            var client = instance.client();
            await().atMost(Duration.ofMinutes(5))
                    .until(() ->
                            client.get("/ops/projections/order_view", OPERATOR)
                                            .json()
                                            .path("lag")
                                            .asLong(1)
                                    == 0);
            for (int round = 0; round < 4; round++) {
                measure(client, instance.bean(JdbcTemplate.class));
            }
        }
    }

    private static void measure(Client client, JdbcTemplate jdbc) {
        var before = CpuTime.now(jdbc);
        var id =
                client.post(REBUILDS, "{\"mode\":\"REPLACE\"}", OPERATOR)
                        .json()
                        .path("rebuildId")
                        .asString();
        await().atMost(Duration.ofMinutes(5))
                .until(() ->
                        client.get(REBUILDS + "/" + id, OPERATOR)
                                .json()
                                .path("state")
                                .asString()
                                .equals("DONE"));
        var rebuild = client.get(REBUILDS + "/" + id, OPERATOR).json();
        var events = rebuild.path("processed").asLong();
        var took =
                Duration.between(
                        Instant.parse(rebuild.path("startedAt").asString()),
                        Instant.parse(rebuild.path("finishedAt").asString()));
        var cost = CpuTime.now(jdbc).since(before);
        LOG.info(
                "{} events/s; CPU for each: {} us here, {} us in PostgreSQL",
                events * 1_000 / took.toMillis(),
                cost.jvm().toNanos() / 1_000 / events,
                cost.postgres().toNanos() / 1_000 / events);
    }

    /** What reading and decoding alone cost. */
    private static void decode(History history) {
        var records =
                history.events().stream()
                        .map(recorded -> Records.record(recorded, recorded.envelope().position()))
                        .toList();
        for (int round = 0; round < 4; round++) {
            var start = System.nanoTime();
            var decoded = records.stream().map(Incoming::decode).filter(i -> i.failure() == null);
            var events = decoded.count();
            LOG.info("{} ns to decode one", (System.nanoTime() - start) / events);
        }
    }

    /** Lives of ten thousand orders at a time, woven into each other. */
    private static History publish(Broker broker) {
        var random = new Random(1);
        var history = new History();
        var open = new ArrayList<String>();
        var stage = new HashMap<String, Integer>();
        int orders = 0;
        var batch = new ArrayList<Recorded<DomainEvent>>();
        for (int i = 0; i < EVENTS; i++) {
            if (open.size() < Integer.getInteger("open", 50_000)) {
                open.add("0195500a-7000-7000-8000-%012d".formatted(orders++));
            }
            var index = random.nextInt(open.size());
            var order = open.get(index);
            batch.add(
                    history.add(
                            switch (stage.merge(order, 1, Integer::sum)) {
                                case 1 -> Orders.placed(order);
                                case 2 -> Orders.paid(order);
                                case 3 -> Orders.accepted(order);
                                case 4 -> Orders.ready(order);
                                default -> {
                                    open.set(index, open.getLast());
                                    open.removeLast();
                                    yield Orders.handedOver(order);
                                }
                            }));
            if (batch.size() == 1_000) {
                broker.publish(List.copyOf(batch));
                batch.clear();
            }
        }
        broker.publish(batch);
        return history;
    }
}
