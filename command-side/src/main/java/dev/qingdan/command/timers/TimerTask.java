package dev.qingdan.command.timers;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.UnitsOfWork;
import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.command.timers.Timer.Outcome;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link Timer} as db-scheduler's task. */
final class TimerTask {

    private static final Logger log = LoggerFactory.getLogger(TimerTask.class);

    private final Timer timer;
    private final UnitsOfWork units;
    private final BackOff backOff;

    TimerTask(Timer timer, UnitsOfWork units, BackOff backOff) {
        this.timer = timer;
        this.units = units;
        this.backOff = backOff;
    }

    Task<Alarm> task() {
        return Tasks.custom(timer.name(), Alarm.class)
                .onFailure(this::afterDefect)
                .onDeadExecutionRevive()
                .execute((instance, _) -> afterwards(instance, ring(instance)));
    }

    private Outcome ring(TaskInstance<Alarm> instance) {
        try {
            return timer.ring(instance.getId(), steps(instance.getData().origin(timer.name())));
        } catch (CommandRefused refused) {
            log.warn("{} has to wait: {}", instance.getTaskAndInstance(), refused.refusal().code());
            return Outcome.AGAIN;
        }
    }

    private Steps steps(Origin origin) {
        return new Steps() {
            @Override
            public <T> T inUnitOfWork(Supplier<T> work) {
                return units.run(origin, work).result();
            }
        };
    }

    private CompletionHandler<Alarm> afterwards(TaskInstance<Alarm> instance, Outcome outcome) {
        return switch (outcome) {
            case DONE -> (_, row) -> row.remove();
            case AGAIN -> (complete, row) -> again(instance.getData(), complete, row);
        };
    }

    private void again(Alarm alarm, ExecutionComplete complete, ExecutionOperations<Alarm> row) {
        var next = complete.getTimeDone().plus(backOff.after(alarm.vain()));
        row.reschedule(complete, next, alarm.inVain());
    }

    /** db-scheduler has logged the defect; the matter itself is not given up. */
    private void afterDefect(ExecutionComplete complete, ExecutionOperations<Alarm> row) {
        int failures = complete.getExecution().consecutiveFailures;
        row.reschedule(complete, complete.getTimeDone().plus(backOff.after(failures)));
    }
}
