package dev.qingdan.command.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs timers while the application runs; a stopped scheduler cannot be started again. */
final class TimerThreads implements SmartLifecycle {

    private final Supplier<Scheduler> newScheduler;
    private @Nullable Scheduler running;

    TimerThreads(Supplier<Scheduler> newScheduler) {
        this.newScheduler = newScheduler;
    }

    @Override
    public synchronized void start() {
        running = newScheduler.get();
        running.start();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
