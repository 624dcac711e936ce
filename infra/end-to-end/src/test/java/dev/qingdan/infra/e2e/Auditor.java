package dev.qingdan.infra.e2e;

import dev.qingdan.infra.traffic.audit.Audit;
import dev.qingdan.infra.traffic.audit.Report;
import dev.qingdan.infra.traffic.journal.Journal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Asks the audit of ./run --check about this stack. */
final class Auditor {

    private static final Duration TO_CATCH_UP = Duration.ofMinutes(2);

    private Auditor() {}

    static Report audit(RunningStack stack, Path journal)
            throws SQLException, InterruptedException {
        try (var command = stack.database("command");
                var query = stack.database("query")) {
            return new Audit(command, query).compare(Journal.read(journal), TO_CATCH_UP);
        }
    }
}
