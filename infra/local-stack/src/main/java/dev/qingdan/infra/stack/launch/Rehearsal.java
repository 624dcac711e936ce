package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.JvmCommand;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * A second stack, small and short-lived, on data of its own: one application at a time starts and
 * does a little of its work, while the JVM records what that takes.
 */
final class Rehearsal implements AutoCloseable {

    private final DataFolder data;
    private final Settings settings;
    private final Parts parts;
    private final Terminal nobody = Terminal.silent();
    private final Deque<Stack> running = new ArrayDeque<>();
    private boolean closed;

    Rehearsal(DataFolder data, Path project) {
        this.data = data;
        settings = Settings.onFreePorts(data.root());
        parts = new Parts(settings, data, project, Rehearsal::record);
    }

    void play(Collection<String> applications) {
        data.create();
        new Keys(data.keys()).makeWhatIsMissing();
        if (begin(parts.foundation())) {
            for (var application : parts.applications()) {
                if (applications.contains(application.name()) && begin(List.of(application))) {
                    useALittle();
                    end();
                }
            }
            end();
        }
    }

    /** Stops what runs, and lets nothing more begin. */
    @Override
    public void close() {
        synchronized (running) {
            closed = true;
        }
        while (!running.isEmpty()) {
            end();
        }
    }

    private boolean begin(List<Part> some) {
        var stack = new Stack(data, nobody);
        synchronized (running) {
            if (closed) {
                return false;
            }
            running.push(stack);
        }
        stack.start(some);
        return true;
    }

    private void end() {
        Stack last;
        synchronized (running) {
            last = running.poll();
        }
        if (last != null) {
            last.close();
        }
    }

    /** Whichever application serves now answers; the others are not there, and that is no harm. */
    private void useALittle() {
        if (Health.isGood(settings.url(Port.COMMAND) + "/actuator/health")) {
            new DemoShop(settings, data, nobody).openOnce();
        }
        var ignored =
                Health.isGood(settings.url(Port.QUERY) + "/api/v1/products")
                        || Health.isGood(settings.url(Port.CONSOLE) + "/login");
    }

    private static JvmCommand record(Program program, JvmCommand command) {
        return program.isCached() ? program.cached(command) : program.recording(command);
    }
}
