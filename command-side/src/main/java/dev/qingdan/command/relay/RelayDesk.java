package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The row by which operators and the active relay, in whatever instances, hear of each other. */
@Repository
class RelayDesk {

    private static final Duration REPORT_EVERY = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final EventLog log;
    private final Clock clock;
    private Report last = new Report(RelayState.STARTING, -1, Instant.MIN);

    RelayDesk(JdbcClient jdbc, EventLog log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** What operators see; {@code lag} is how many events are not in Kafka yet. */
    record Status(long position, long head, long lag, RelayState state) {}

    boolean isPaused() {
        return jdbc.sql("select paused from relay").query(Boolean.class).single();
    }

    void pause(boolean paused) {
        jdbc.sql("update relay set paused = :paused").param("paused", paused).update();
    }

    Status status() {
        long head = log.head();
        return jdbc.sql("select position, state from relay")
                .query((row, _) -> {
                    long position = row.getLong("position");
                    return new Status(
                            position,
                            head,
                            Math.max(0, head - position),
                            RelayState.valueOf(row.getString("state")));
                })
                .single();
    }

    /** Only the active relay reports: at once what is new, and its progress now and then. */
    void report(RelayState state, long position) {
        var report = new Report(state, position, clock.instant());
        if (report.isDueAfter(last)) {
            write(report);
        }
    }

    /** Its position is the one of before. */
    void reportTrouble(RelayState state) {
        jdbc.sql("update relay set state = :state, updated_at = now()")
                .param("state", state.name())
                .update();
        last = new Report(state, last.position, Instant.MIN);
    }

    private void write(Report report) {
        jdbc.sql("update relay set position = :position, state = :state, updated_at = now()")
                .param("position", report.position)
                .param("state", report.state.name())
                .update();
        last = report;
    }

    private record Report(RelayState state, long position, Instant at) {

        boolean isDueAfter(Report earlier) {
            return state != earlier.state
                    || (position != earlier.position && at.isAfter(earlier.at.plus(REPORT_EVERY)));
        }
    }
}
