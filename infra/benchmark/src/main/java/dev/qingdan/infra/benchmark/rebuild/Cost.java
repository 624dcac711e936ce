package dev.qingdan.infra.benchmark.rebuild;

import dev.qingdan.infra.benchmark.stack.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** CPU time in microseconds, of each process that takes part. */
record Cost(long querySide, long postgres, long broker) {

    static Cost now(Stack stack, QuerySide querySide) {
        return new Cost(
                Processes.cpu(querySide.pid()),
                Processes.cpuOfTree(postmaster(stack)),
                Processes.cpu(stack.brokerPid()));
    }

    private static long postmaster(Stack stack) {
        try {
            List<String> lines = Files.readAllLines(stack.postmasterPidFile());
            return Long.parseLong(lines.getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL is not there", e);
        }
    }

    Cost since(Cost before) {
        return new Cost(
                querySide - before.querySide, postgres - before.postgres, broker - before.broker);
    }
}
