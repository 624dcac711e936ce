package dev.qingdan.infra.benchmark.rebuild;

import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.infra.benchmark.history.Generated;
import dev.qingdan.infra.benchmark.history.History;
import dev.qingdan.infra.benchmark.history.HistoryTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The shop goes on: orders live through the topic, so many begun each second. */
final class Shoppers implements AutoCloseable {

    /** Whose it is, and how far it has come. */
    record Published(String orderId, String memberId, long version, long nanos) {}

    /** An order has about this many events. */
    private static final double EVENTS_OF_AN_ORDER = 4.6;

    private static final Duration BETWEEN_TRANSACTIONS = Duration.ofMillis(20);
    private static final int KEPT = 2_000;
    private static final long SEED = 4_711;

    private final HistoryTopics topics;
    private final History history;
    private final double eventsPerTransaction;
    private final ConcurrentHashMap<String, String> members = new ConcurrentHashMap<>();
    private final List<Published> recent = new ArrayList<>();
    private final Thread thread;
    private volatile boolean open = true;
    private volatile @Nullable Published last;

    Shoppers(String bootstrapServers, int ordersPerSecond, long position) {
        var perSecond = ordersPerSecond * EVENTS_OF_AN_ORDER;
        topics = new HistoryTopics(bootstrapServers);
        // Each order is on its way for some ten seconds
        history =
                new History(
                        new History.Settings(SEED, ordersPerSecond * 10, Instant.now(), position));
        eventsPerTransaction = perSecond * BETWEEN_TRANSACTIONS.toMillis() / 1000;
        thread = Thread.ofPlatform().name("shoppers").start(this::run);
    }

    private void run() {
        double due = 0;
        var next = System.nanoTime();
        while (open) {
            var events = new ArrayList<Generated>();
            for (due += eventsPerTransaction; due >= 1; due--) {
                events.add(history.next(Instant.now()));
            }
            if (!events.isEmpty()) {
                topics.publish(events);
                remember(events);
            }
            next += BETWEEN_TRANSACTIONS.toNanos();
            LockSupport.parkNanos(next - System.nanoTime());
        }
        topics.close();
    }

    private void remember(List<Generated> events) {
        var now = System.nanoTime();
        for (Generated generated : events) {
            if (generated.event() instanceof OrderPlaced placed) {
                members.put(placed.orderId(), placed.memberId());
            }
            var id = generated.event().orderId();
            var published =
                    new Published(
                            id, members.getOrDefault(id, ""), generated.envelope().sequence(), now);
            last = published;
            synchronized (recent) {
                if (recent.size() < KEPT) {
                    recent.add(published);
                } else {
                    recent.set(ThreadLocalRandom.current().nextInt(KEPT), published);
                }
            }
        }
    }

    /** The event that consumers see since a moment ago. */
    @Nullable Published last() {
        return last;
    }

    /** Any order that somebody may want to look at now. */
    @Nullable Published any() {
        synchronized (recent) {
            return recent.isEmpty()
                    ? null
                    : recent.get(ThreadLocalRandom.current().nextInt(recent.size()));
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
