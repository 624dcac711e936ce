package dev.qingdan.infra.traffic.audit;

import dev.qingdan.infra.traffic.journal.Entry;
import dev.qingdan.infra.traffic.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/** The audit from the command line: exit code 0 when nothing differs, 1 when something does. */
final class AuditMain {

    private static final String USAGE =
            """
            java -cp traffic.jar dev.qingdan.infra.traffic.audit.AuditMain [options]
              --command-db URL   default jdbc:postgresql://127.0.0.1:15432/command
              --query-db URL     default jdbc:postgresql://127.0.0.1:15432/query
              --user NAME        default postgres
              --password TEXT    default none
              --journal FILE     default .data/traffic.jsonl; one that is missing is no fault
              --wait SECONDS     for the views to catch up, default 30
            """;

    private AuditMain() {}

    static void main(String... arguments) throws SQLException, InterruptedException {
        if (arguments.length % 2 != 0) {
            IO.print(USAGE);
            System.exit(2);
        }
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        var user = options.getOrDefault("--user", "postgres");
        var password = options.getOrDefault("--password", "");
        var server = "jdbc:postgresql://127.0.0.1:15432/";
        try (var command =
                        DriverManager.getConnection(
                                options.getOrDefault("--command-db", server + "command"),
                                user,
                                password);
                var query =
                        DriverManager.getConnection(
                                options.getOrDefault("--query-db", server + "query"),
                                user,
                                password)) {
            var report =
                    new Audit(command, query)
                            .compare(
                                    journal(
                                            options.getOrDefault(
                                                    "--journal", ".data/traffic.jsonl")),
                                    Duration.ofSeconds(
                                            Long.parseLong(options.getOrDefault("--wait", "30"))));
            IO.println(report);
            System.exit(report.isClean() ? 0 : 1);
        }
    }

    private static List<Entry> journal(String file) {
        var path = Path.of(file);
        return Files.exists(path) ? Journal.read(path) : List.of();
    }
}
