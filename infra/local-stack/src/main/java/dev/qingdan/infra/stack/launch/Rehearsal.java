package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.JvmCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A second stack, small and short-lived, on data of its own: it starts and serves some buyers,
 * while each JVM records what that takes. What it records of the code that ran often is why the
 * next start is soon as quick as after minutes of work.
 */
final class Rehearsal implements AutoCloseable {

    private static final int ORDERS_PER_SECOND = 40;
    private static final Duration BUSY_FOR = Duration.ofSeconds(45);

    private final DataFolder data;
    private final Settings settings;
    private final Parts parts;
    private final Terminal nobody = Terminal.silent();
    private final Deque<Stack> running = new ArrayDeque<>();
    private final Map<Program, JvmCommand> recorded = new ConcurrentHashMap<>();
    private volatile Set<String> wanted = Set.of();
    private final CountDownLatch closing = new CountDownLatch(1);

    Rehearsal(DataFolder data, Path project) {
        this.data = data;
        settings = Settings.onFreePorts(data.root());
        parts = new Parts(settings, data, project, this::record);
    }

    List<String> applications() {
        return parts.applications().stream().map(Part::name).toList();
    }

    /**
     * @param programs what to record
     * @return what was recorded, with the commands that start it
     */
    Map<Program, JvmCommand> play(Collection<String> programs) {
        wanted = Set.copyOf(programs);
        data.create();
        new Keys(data.keys()).makeWhatIsMissing();
        if (begin(parts.foundation()) && begin(parts.applications())) {
            new DemoShop(settings, data, nobody).openOnce();
            if (begin(List.of(parts.traffic(ORDERS_PER_SECOND)))) {
                awaitTheEndOf(BUSY_FOR);
            }
        }
        endAll();
        return Map.copyOf(recorded);
    }

    /** Stops what runs, and lets nothing more begin. */
    @Override
    public void close() {
        synchronized (running) {
            closing.countDown();
        }
        endAll();
    }

    private boolean begin(List<Part> some) {
        var stack = new Stack(data, nobody);
        synchronized (running) {
            if (closing.getCount() == 0) {
                return false;
            }
            running.push(stack);
        }
        stack.start(some);
        return true;
    }

    private void awaitTheEndOf(Duration time) {
        try {
            closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last one first: a program writes down what it has recorded when it is told to end. */
    private void endAll() {
        for (var last = last(); last.isPresent(); last = last()) {
            last.get().close();
        }
    }

    private Optional<Stack> last() {
        synchronized (running) {
            return Optional.ofNullable(running.poll());
        }
    }

    private JvmCommand record(Program program, JvmCommand command) {
        if (program.isCached() || !wanted.contains(command.name())) {
            return program.cached(command);
        }
        recorded.put(program, command);
        return program.recording(command);
    }
}
