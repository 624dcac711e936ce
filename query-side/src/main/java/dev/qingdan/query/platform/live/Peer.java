package dev.qingdan.query.platform.live;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A socket, and the signs of life from its other end. */
final class Peer implements Outbox.Owner {

    /** A mini-program cannot see pings, so it gets a frame as well. */
    private static final List<String> HEARTBEAT = List.of("{\"type\":\"heartbeat\"}");

    private static final int SILENT_HEARTBEATS = 3;
    private static final int FRAMES_A_HEARTBEAT = 30;
    private static final Logger LOG = LoggerFactory.getLogger(Peer.class);

    private final Session session;
    private final Peers peers;
    private final LiveSettings settings;
    private final Outbox outbox;
    private final AtomicInteger frames = new AtomicInteger();
    private final long openedAt = System.nanoTime();
    private volatile long heardAt = openedAt;
    private volatile long beatAt = openedAt;
    private volatile Instant expiresAt = Instant.MAX;
    private volatile @Nullable Subscriber subscriber;

    Peer(Session session, Peers peers, LiveSettings settings) {
        this.session = session;
        this.peers = peers;
        this.settings = settings;
        this.outbox = new Outbox(session, this);
    }

    void is(Subscriber member, Instant until) {
        expiresAt = until;
        subscriber = member;
    }

    @Nullable Subscriber subscriber() {
        return subscriber;
    }

    boolean idle() {
        return outbox.idle();
    }

    void send(Collection<String> texts) {
        outbox.send(texts);
    }

    @Override
    public void sent() {
        var member = subscriber;
        if (member != null) {
            member.ready();
        }
    }

    @Override
    public void broken() {
        end(Farewell.BROKEN);
    }

    void end(Farewell reason) {
        peers.end(this, reason);
    }

    /** A frame or a pong. */
    void heard() {
        heardAt = System.nanoTime();
    }

    /** After its first frame nothing that a client says matters, so it has little to say. */
    boolean saysTooMuch() {
        return frames.incrementAndGet() > FRAMES_A_HEARTBEAT;
    }

    /** Why it may not go on, if so. */
    Optional<Farewell> overdue(Instant now) {
        if (subscriber == null) {
            return overdue(openedAt, settings.helloWithin(), Farewell.NO_HELLO);
        }
        if (now.isAfter(expiresAt)) {
            return Optional.of(Farewell.TOKEN_EXPIRED);
        }
        if (outbox.stalled(settings.sendWithin())) {
            return Optional.of(Farewell.TOO_SLOW);
        }
        var silence = settings.heartbeat().multipliedBy(SILENT_HEARTBEATS);
        return overdue(heardAt, silence, Farewell.SILENT);
    }

    private static Optional<Farewell> overdue(long since, Duration most, Farewell reason) {
        return System.nanoTime() - since > most.toNanos() ? Optional.of(reason) : Optional.empty();
    }

    boolean isHeartbeatDue() {
        return System.nanoTime() - beatAt >= settings.heartbeat().toNanos();
    }

    /** May have to wait for the socket. */
    void beat() {
        beatAt = System.nanoTime();
        frames.set(0);
        if (outbox.idle()) {
            outbox.send(HEARTBEAT);
        }
        try {
            session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException | IllegalArgumentException gone) {
            LOG.debug("No ping gets through: {}", gone.getMessage());
        }
    }

    /** May have to wait for the socket. */
    void close(Farewell reason) {
        try {
            session.close(reason.frame());
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("No farewell gets through: {}", gone.getMessage());
        }
    }
}
