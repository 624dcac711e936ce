package dev.qingdan.command.timers;

import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.store.BatchTable;
import dev.qingdan.command.platform.store.BatchTable.Column;
import dev.qingdan.command.platform.store.StoredEvent;
import dev.qingdan.command.platform.store.Writes;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Sets timers for policies. */
@Component
public class Timers {

    /** A row as db-scheduler writes it for a task that nobody has picked yet. */
    private record Row(String timer, String id, Alarm alarm, Instant at) {}

    /** An event whose timer rings at that moment, for its aggregate. */
    record Due(StoredEvent cause, Instant at) {}

    private static final AlarmJson JSON = new AlarmJson();

    private static final BatchTable<Row> TABLE =
            new BatchTable<>(
                    "scheduled_tasks",
                    2,
                    BatchTable.Repeat.CHANGES_NOTHING,
                    List.of(
                            new Column<>("task_name", "text", Row::timer),
                            new Column<>("task_instance", "text", Row::id),
                            new Column<>("task_data", "bytea", row -> JSON.serialize(row.alarm())),
                            new Column<>("execution_time", "timestamptz", Row::at),
                            new Column<>("picked", "bool", _ -> false),
                            new Column<>("version", "int8", _ -> 1L)));

    private final Writes writes;

    Timers(Writes writes) {
        this.writes = writes;
    }

    /** Writes the timer's row beside the event that asks for it; one that is set already stays. */
    public void set(String timer, String id, Instant at, EventMessage<?> cause) {
        var alarm = Alarm.because(Origin.of(cause.getMetaData()), cause.getIdentifier());
        writes.add(TABLE, new Row(timer, id, alarm, at));
    }

    /** Likewise, because of events that have long been stored; all of them in one statement. */
    void set(String timer, List<Due> due) {
        writes.addNow(TABLE, due.stream().map(it -> row(timer, it)).toList());
    }

    private static Row row(String timer, Due due) {
        var cause = due.cause();
        var alarm = Alarm.because(cause.origin(), cause.id().toString());
        return new Row(timer, cause.stream().id(), alarm, due.at());
    }
}
