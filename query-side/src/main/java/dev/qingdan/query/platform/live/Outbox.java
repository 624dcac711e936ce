package dev.qingdan.query.platform.live;

import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;

/**
 * Sends frames one after the other, without a thread that waits for the socket. Holds only the few
 * frames it was given last; whoever gives them asks first whether it is idle.
 */
final class Outbox {

    /** Who hears how it goes. Called without the outbox being locked. */
    interface Owner {

        void sent();

        void broken();
    }

    private final Session session;
    private final Owner owner;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean sending;
    private long sendingSince;

    Outbox(Session session, Owner owner) {
        this.session = session;
        this.owner = owner;
    }

    synchronized boolean idle() {
        return !sending;
    }

    /** Whether one frame has been under way for longer than that. */
    synchronized boolean stalled(Duration most) {
        return sending && System.nanoTime() - sendingSince > most.toNanos();
    }

    void send(Collection<String> frames) {
        synchronized (this) {
            waiting.addAll(frames);
            if (sending) {
                return;
            }
            sending = true;
        }
        next();
    }

    private void next() {
        String frame;
        synchronized (this) {
            frame = waiting.poll();
            sending = frame != null;
            sendingSince = System.nanoTime();
        }
        if (frame == null) {
            owner.sent();
        } else {
            send(frame);
        }
    }

    private void send(String frame) {
        try {
            session.getAsyncRemote().sendText(frame, this::ended);
        } catch (IllegalStateException closed) {
            owner.broken();
        }
    }

    private void ended(SendResult result) {
        if (result.isOK()) {
            next();
        } else {
            owner.broken();
        }
    }
}
