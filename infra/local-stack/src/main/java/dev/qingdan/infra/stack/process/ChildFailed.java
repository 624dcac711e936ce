package dev.qingdan.infra.stack.process;

import java.nio.file.Path;
import java.util.List;

/** A child process died or never got ready; the message ends with the last lines of its log. */
public final class ChildFailed extends RuntimeException {

    private static final int LINES = 20;

    public ChildFailed(String name, String whatHappened, Path log) {
        super(
                "%s %s. The end of %s:%n%s"
                        .formatted(name, whatHappened, log, String.join("\n", end(log))));
    }

    private static List<String> end(Path log) {
        return LogTail.of(log, LINES);
    }
}
