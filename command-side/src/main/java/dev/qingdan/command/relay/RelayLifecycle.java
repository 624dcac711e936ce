package dev.qingdan.command.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the relay, or what is like it, on a thread of its own while the application runs. */
final class RelayLifecycle implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final boolean enabled;
    private final Runnable work;
    private @Nullable Thread thread;

    RelayLifecycle(String name, boolean enabled, Runnable work) {
        this.name = name;
        this.enabled = enabled;
        this.work = work;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(work);
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
