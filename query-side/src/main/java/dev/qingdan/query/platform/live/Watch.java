package dev.qingdan.query.platform.live;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at every socket once a second: who is to hear a heartbeat, and who may not go on. */
@Component
class Watch implements SmartLifecycle {

    private final Peers peers;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService timer;

    Watch(Peers peers, Clock clock) {
        this.peers = peers;
        this.clock = clock;
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("live-watch").factory());
        started.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        timer = started;
    }

    /** Before the web server stops, so that everybody is told to come back elsewhere. */
    @Override
    public void stop() {
        var running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
            peers.endAll();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    private void look() {
        var now = clock.instant();
        for (Peer peer : peers.all()) {
            peer.overdue(now)
                    .ifPresentOrElse(
                            reason -> peers.end(peer, reason),
                            () -> {
                                if (peer.isHeartbeatDue()) {
                                    peers.beat(peer);
                                }
                            });
        }
    }
}
