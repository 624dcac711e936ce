package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.ChildFailed;
import dev.qingdan.infra.stack.process.ChildJvm;
import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.PidFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one part running: starts it, starts it again when it dies, and stops it when told. */
final class Keeper {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private final Part part;
    private final DataFolder data;
    private final Terminal terminal;
    private final Consumer<RuntimeException> lost;
    private final Restarts restarts = new Restarts();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable ChildJvm child;

    Keeper(Part part, DataFolder data, Terminal terminal, Consumer<RuntimeException> lost) {
        this.part = part;
        this.data = data;
        this.terminal = terminal;
        this.lost = lost;
    }

    Part part() {
        return part;
    }

    /**
     * Returns once the part serves; from then on a death is repaired, not reported as a failure.
     */
    void start() {
        launch().ifPresent(started -> {
            serve(started, Instant.now());
            Thread.ofVirtual().name(part.name()).start(() -> watch(started));
        });
    }

    void stop() {
        stopping.countDown();
        if (close()) {
            terminal.stopped(part.name());
        }
    }

    private void watch(ChildJvm first) {
        for (Optional<ChildJvm> current = Optional.of(first); current.isPresent(); ) {
            var code = current.get().exit().join();
            current = isStopping() ? Optional.empty() : replace(code);
        }
    }

    private Optional<ChildJvm> replace(int code) {
        var death = ExitCode.describe(code);
        var pause = restarts.pauseAfter(Instant.now());
        if (pause.isEmpty()) {
            lost.accept(new ChildFailed(part.name(), death + " once too often", log()));
            return Optional.empty();
        }
        terminal.warn(part.name(), death + "; starting it again");
        if (isStoppedWithin(pause.get())) {
            return Optional.empty();
        }
        var next = launch();
        next.ifPresent(this::serveOrEnd);
        return next;
    }

    private void serveOrEnd(ChildJvm started) {
        try {
            serve(started, Instant.now());
        } catch (ChildFailed stillNot) {
            started.close();
        }
    }

    private void serve(ChildJvm started, Instant since) {
        terminal.await(part.name());
        started.awaitReady(part.ready(), READY_WITHIN);
        terminal.ready(part.name(), part.address(), Duration.between(since, Instant.now()));
    }

    private synchronized Optional<ChildJvm> launch() {
        if (isStopping()) {
            return Optional.empty();
        }
        var started = ChildJvm.start(part.command().get(), log());
        pidFile().write(started.handle(), JvmCommand.java());
        child = started;
        return Optional.of(started);
    }

    private synchronized boolean close() {
        if (child == null) {
            return false;
        }
        child.close();
        child = null;
        pidFile().remove();
        return true;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private boolean isStoppedWithin(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private PidFile pidFile() {
        return new PidFile(data.processes().resolve(part.name() + ".pid"));
    }

    private Path log() {
        return data.log(part.name());
    }
}
