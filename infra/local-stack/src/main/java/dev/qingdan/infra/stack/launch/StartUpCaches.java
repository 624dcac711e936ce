package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.Folders;
import dev.qingdan.infra.stack.process.ChildFailed;
import dev.qingdan.infra.stack.process.ChildJvm;
import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.Leash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes the caches that let a start be quick: in the background of the one before, or at once. */
final class StartUpCaches implements AutoCloseable {

    private static final String NAME = "start-up caches";

    private final DataFolder data;
    private final Terminal terminal;
    private final Rehearsal rehearsal;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private @Nullable ChildJvm maker;
    private boolean closed;

    StartUpCaches(DataFolder data, Path project, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
        rehearsal = new Rehearsal(data.rehearsal(), project);
    }

    /** Starts a program with its cache, or notes that it has none. */
    JvmCommand use(Program program, JvmCommand command) {
        if (!program.isCached()) {
            missing.add(command.name());
        }
        return program.cached(command);
    }

    /** Only jars can be cached: not the folder of classes that an IDE runs us from. */
    void makeMissing() {
        if (!missing.isEmpty() && Files.isRegularFile(Leash.place())) {
            Thread.ofPlatform().name(NAME).daemon().start(this::rehearseAndMake);
        }
    }

    /** Those of the applications, for whoever has no use for a start here but for quick ones. */
    void makeAtOnce() throws IOException {
        for (var program : make(rehearsal.applications())) {
            if (!program.isCached()) {
                throw new Problem("There is no start-up cache in " + program.folder() + ".");
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (maker != null) {
                maker.kill();
            }
        }
        rehearsal.close();
    }

    private void rehearseAndMake() {
        try {
            make(missing);
        } catch (CompletionException | ChildFailed | IOException e) {
            tell("could not be made: " + e.getMessage());
        }
    }

    private Set<Program> make(Collection<String> programs) throws IOException {
        var recorded = rehearsal.play(programs);
        for (var each : recorded.entrySet()) {
            make(each.getKey(), each.getValue());
        }
        Folders.delete(data.rehearsal().root());
        return recorded.keySet();
    }

    private void make(Program program, JvmCommand command) throws IOException {
        var unfinished = program.folder().resolve("start-up.new");
        if (Files.exists(program.recorded()) && run(program.making(unfinished, command)) == 0) {
            program.writeArguments(command);
            Files.move(unfinished, program.startUpCache());
            Files.deleteIfExists(program.recorded());
        } else {
            tell(
                    "none for %s, whose next start takes as long as this one; see %s"
                            .formatted(command.name(), log()));
        }
    }

    private int run(JvmCommand command) {
        ChildJvm child;
        synchronized (this) {
            if (closed) {
                return -1;
            }
            child = ChildJvm.start(command, log());
            maker = child;
        }
        return child.exit().join();
    }

    private Path log() {
        return data.log(NAME.replace(' ', '-'));
    }

    private synchronized void tell(String what) {
        if (!closed) {
            terminal.warn(NAME, what);
        }
    }
}
