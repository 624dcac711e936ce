package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The row by which operators and the active relay, in whatever instances, hear of each other. */
@Repository
class RelayDesk {

    /** As long as somebody may be shown a lag that is gone. */
    static final Duration REPORT_EVERY = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final EventIndex index;
    private final Clock clock;
    private Report last = new Report(RelayState.STARTING, -1, Instant.MIN);

    RelayDesk(JdbcClient jdbc, EventIndex index, Clock clock) {
        this.jdbc = jdbc;
        this.index = index;
        this.clock = clock;
    }

    boolean isPaused() {
        return jdbc.sql("select paused from relay").query(Boolean.class).single();
    }

    void pause(boolean paused) {
        jdbc.sql("update relay set paused = :paused").param("paused", paused).update();
    }

    RelayStatus status() {
        long head = index.head();
        return jdbc.sql(
                        """
                        select relay.position, state, trouble, event.occurred_at as waiting_since
                        from relay left join event on event.position = relay.position + 1
                        """)
                .query((row, _) -> {
                    long position = row.getLong("position");
                    var since = instant(row.getObject("waiting_since", OffsetDateTime.class));
                    return new RelayStatus(
                            position,
                            head,
                            Math.max(0, head - position),
                            RelayState.valueOf(row.getString("state")),
                            since,
                            RelayStatus.isLate(since, clock.instant()),
                            row.getString("trouble"));
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

    /** Whether the last report said so: if not, the relay must not rest for long without one. */
    boolean isTold(long position) {
        return last.position == position;
    }

    /** Its position is the one of before. */
    void reportTrouble(RelayState state, String trouble) {
        jdbc.sql("update relay set state = :state, trouble = :trouble, updated_at = now()")
                .param("state", state.name())
                .param("trouble", trouble)
                .update();
        last = new Report(state, last.position, Instant.MIN);
    }

    private void write(Report report) {
        jdbc.sql(
                        """
                        update relay set position = :position, state = :state, trouble = null,
                            updated_at = now()
                        """)
                .param("position", report.position)
                .param("state", report.state.name())
                .update();
        last = report;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private record Report(RelayState state, long position, Instant at) {

        boolean isDueAfter(Report earlier) {
            return state != earlier.state
                    || (position != earlier.position && at.isAfter(earlier.at.plus(REPORT_EVERY)));
        }
    }
}
