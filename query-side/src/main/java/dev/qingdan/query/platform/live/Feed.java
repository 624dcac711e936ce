package dev.qingdan.query.platform.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings what has changed to the sockets of this instance: one thread reads for all of them, a few
 * at a time, and only for sockets that are ready for more. Whatever goes wrong, such as a database
 * that is away, they go on waiting and it is tried again.
 */
@Component
class Feed implements LiveUpdates, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int TOGETHER = 100;
    private static final Duration BACK_OFF = Duration.ofMillis(500);

    private final Peers peers;
    private final List<LiveView> views;
    private final Delivery delivery;
    private final Set<Subscriber> uncompared = ConcurrentHashMap.newKeySet();
    private final Set<Subscriber> ready = ConcurrentHashMap.newKeySet();
    private final Semaphore work = new Semaphore(0);
    private volatile @Nullable Thread thread;

    Feed(Peers peers, List<LiveView> views, Delivery delivery) {
        this.peers = peers;
        this.views = views;
        this.delivery = delivery;
    }

    /** Known before it is compared, so that no change falls between the two. */
    void join(Peer peer, String member, Instant until, @Nullable Map<String, Long> resume) {
        var subscriber = new Subscriber(member, peer, resume, this::ready);
        peer.is(subscriber, until);
        peers.join(subscriber);
        uncompared.add(subscriber);
        work.release();
    }

    @Override
    public void changed(String table, Map<String, List<String>> keys) {
        for (LiveView view : views) {
            if (view.table().equals(table)) {
                keys.forEach((member, changed) ->
                        peers.of(member).forEach(subscriber -> subscriber.tell(view, changed)));
            }
        }
    }

    @Override
    public void lookAfresh() {
        uncompared.addAll(peers.subscribers());
        work.release();
    }

    private void ready(Subscriber subscriber) {
        ready.add(subscriber);
        work.release();
    }

    @Override
    public void start() {
        var starting = Thread.ofVirtual().name("live-feed").unstarted(this::run);
        thread = starting;
        starting.start();
    }

    @Override
    public void stop() {
        var feeding = thread;
        thread = null;
        if (feeding != null) {
            feeding.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try {
                work.acquire();
                work.drainPermits();
                some(uncompared, delivery::compare);
                some(ready, delivery::deliver);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Some of those who wait; the others, and all where the database is away, go on waiting. */
    private void some(Set<Subscriber> waiting, Consumer<List<Subscriber>> task)
            throws InterruptedException {
        var some = waiting.stream().limit(TOGETHER).toList();
        some.forEach(waiting::remove);
        try {
            task.accept(some);
        } catch (RuntimeException failure) {
            LOG.warn("Nobody is told of changes for now", failure);
            waiting.addAll(some);
            TimeUnit.MILLISECONDS.sleep(BACK_OFF.toMillis());
        }
        if (!waiting.isEmpty()) {
            work.release();
        }
    }
}
