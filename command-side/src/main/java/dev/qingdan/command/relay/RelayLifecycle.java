package dev.qingdan.command.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the relay on a thread of its own for as long as the application runs. */
final class RelayLifecycle implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Relay relay;
    private @Nullable Thread thread;

    RelayLifecycle(Relay relay) {
        this.relay = relay;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("relay").daemon().start(relay);
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
