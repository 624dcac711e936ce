package dev.qingdan.command.timers;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.qingdan.command.platform.Origin;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Sets timers for policies. */
@Component
public class Timers {

    private final SchedulerClient scheduler;

    Timers(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** Writes the timer's row in the transaction of the event that asks for it. */
    public void set(String timer, String id, Instant at, EventMessage<?> cause) {
        var alarm = Alarm.because(Origin.of(cause.getMetaData()), cause.getIdentifier());
        scheduler.scheduleIfNotExists(new TaskInstance<>(timer, id, alarm), at);
    }
}
