package dev.qingdan.infra.benchmark.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Members who look at their orders, and one who waits for each change to show. */
final class Readers implements AutoCloseable {

    /**
     * What reads were like for a while.
     *
     * @param lag99 from the commit on the topic until a read shows it
     */
    record Seen(
            int reads,
            double p50Millis,
            double p99Millis,
            double lag50Millis,
            double lag99Millis,
            double lagMostMillis,
            long wentBack,
            long failed) {}

    private static final int READERS = 4;
    private static final Duration BETWEEN_READS = Duration.ofMillis(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final QuerySide querySide;
    private final Shoppers shoppers;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> lags = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong wentBack = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    Readers(QuerySide querySide, Shoppers shoppers) {
        this.querySide = querySide;
        this.shoppers = shoppers;
        for (int i = 0; i < READERS; i++) {
            threads.add(Thread.ofPlatform().name("reader-" + i).start(this::readOn));
        }
        threads.add(Thread.ofPlatform().name("watcher").start(this::watch));
    }

    /** What was seen since the last time that this was asked. */
    Seen seen() {
        var read = taken(times);
        var lag = taken(lags);
        return new Seen(
                read.size(),
                millis(read, 0.50),
                millis(read, 0.99),
                millis(lag, 0.50),
                millis(lag, 0.99),
                millis(lag, 1),
                wentBack.getAndSet(0),
                failed.getAndSet(0));
    }

    private void readOn() {
        while (open) {
            var order = shoppers.any();
            if (order != null) {
                var start = System.nanoTime();
                // What this reader may expect: nothing older than what anybody saw before
                var seenBefore = versions.getOrDefault(order.orderId(), -1L);
                var version = version(order);
                times.add(System.nanoTime() - start);
                if (version < seenBefore) {
                    wentBack.incrementAndGet();
                }
                versions.merge(order.orderId(), version, Math::max);
            }
            LockSupport.parkNanos(BETWEEN_READS.toNanos());
        }
    }

    private void watch() {
        while (open) {
            var order = shoppers.last();
            while (open && order != null && version(order) < order.version()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            if (order != null) {
                lags.add(System.nanoTime() - order.nanos());
            }
            LockSupport.parkNanos(BETWEEN_READS.toNanos());
        }
    }

    /** What a read shows; -1 where the order is not there yet. */
    private long version(Shoppers.Published order) {
        var token = tokens.computeIfAbsent(order.memberId(), querySide::memberToken);
        var answer = querySide.order(order.orderId(), token);
        if (answer.statusCode() == 200) {
            return JsonMapper.shared().readTree(answer.body()).path("version").asLong();
        }
        if (answer.statusCode() != 404) {
            failed.incrementAndGet();
        }
        return -1;
    }

    private static List<Long> taken(List<Long> samples) {
        synchronized (samples) {
            var taken = new ArrayList<>(samples);
            samples.clear();
            Collections.sort(taken);
            return taken;
        }
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.isEmpty()
                ? 0
                : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 10_000 / 100.0;
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
