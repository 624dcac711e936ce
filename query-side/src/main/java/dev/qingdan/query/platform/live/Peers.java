package dev.qingdan.query.platform.live;

import static java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sockets of this instance, and whose they are. */
@Component
class Peers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LiveSettings settings;
    private final MeterRegistry meters;
    private final ExecutorService waiting = newVirtualThreadPerTaskExecutor();
    private final Set<Peer> all = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Subscriber>> byMember = new ConcurrentHashMap<>();

    Peers(LiveSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        meters.gaugeCollectionSize("qingdan.live.connections", Tags.empty(), all);
    }

    /** Whoever comes while this instance stops has to go to another. */
    boolean full() {
        return waiting.isShutdown() || all.size() >= settings.connections();
    }

    Peer open(Session session) {
        var peer = new Peer(session, this, settings);
        all.add(peer);
        return peer;
    }

    /** Who comes last may stay: the sockets before may be dead without anybody knowing yet. */
    void join(Subscriber subscriber) {
        var subscribers = byMember.merge(subscriber.member(), List.of(subscriber), Peers::together);
        subscribers.stream()
                .limit(Math.max(0, subscribers.size() - settings.connectionsPerMember()))
                .forEach(oldest -> end(oldest.peer(), Farewell.TOO_MANY));
        if (!all.contains(subscriber.peer())) {
            forget(subscriber.peer());
        }
    }

    /** Empty lists are not kept. */
    private static @Nullable List<Subscriber> without(List<Subscriber> some, Subscriber one) {
        var others = some.stream().filter(other -> other != one).toList();
        return others.isEmpty() ? null : others;
    }

    private static List<Subscriber> together(List<Subscriber> some, List<Subscriber> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    Collection<Peer> all() {
        return all;
    }

    List<Subscriber> of(String member) {
        return byMember.getOrDefault(member, List.of());
    }

    List<Subscriber> subscribers() {
        return all.stream().map(Peer::subscriber).filter(Objects::nonNull).toList();
    }

    /** Forgotten at once; the farewell may have to wait for the socket. */
    void end(Peer peer, Farewell reason) {
        if (forget(peer)) {
            meters.counter("qingdan.live.ended", "reason", reason.reason()).increment();
            waiting.execute(() -> peer.close(reason));
        }
    }

    void beat(Peer peer) {
        waiting.execute(peer::beat);
    }

    /** The other end is gone, or has said farewell. */
    void gone(Peer peer) {
        if (forget(peer)) {
            meters.counter("qingdan.live.ended", "reason", "client").increment();
        }
    }

    /** Waits, within bounds, until all have heard it. */
    void endAll() {
        all.forEach(peer -> end(peer, Farewell.STOPPING));
        waiting.shutdown();
        try {
            waiting.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean forget(Peer peer) {
        var subscriber = peer.subscriber();
        if (subscriber != null) {
            byMember.computeIfPresent(subscriber.member(), (_, some) -> without(some, subscriber));
        }
        return all.remove(peer);
    }
}
