package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Refusal;
import dev.qingdan.command.platform.http.Commands.Steps;
import dev.qingdan.command.platform.store.GroupedUnits;
import dev.qingdan.command.platform.store.GroupedUnits.Closing;
import dev.qingdan.command.platform.store.GroupedUnits.Work;
import dev.qingdan.events.ConsistencyToken;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers like {@link Commands}, for what members do most: the unit of work is committed together
 * with those of others. Inside, rows go through {@code Writes} and nothing else is written.
 */
@Component
public class GroupedCommands {

    private final GroupedUnits units;
    private final Commands commands;
    private final Idempotency idempotency;
    private final InProgress inProgress;
    private final Answers answers;

    GroupedCommands(
            GroupedUnits units,
            Commands commands,
            Idempotency idempotency,
            InProgress inProgress,
            Answers answers) {
        this.units = units;
        this.commands = commands;
        this.idempotency = idempotency;
        this.inProgress = inProgress;
        this.answers = answers;
    }

    /** For a command that is one unit of work: its events and its answer are kept together. */
    public ResponseEntity<byte[]> answer(CommandRequest request, Supplier<Answer> work) {
        return answer(request, new Once(request, work));
    }

    /**
     * For a command that mostly is one unit of work.
     *
     * @param work tried once; it may throw {@link TakesSteps}
     * @param steps what to do where it did, or where it was decided on what was no longer so
     */
    public ResponseEntity<byte[]> answerAtOnceOr(
            CommandRequest request, Supplier<Answer> work, Function<Steps, Answer> steps) {
        try {
            return answer(request, new AtOnce(request, work));
        } catch (TakesSteps _) {
            return commands.answerInSteps(request, steps);
        }
    }

    private ResponseEntity<byte[]> answer(CommandRequest request, Work<RecordedAnswer> work) {
        try {
            return inProgress.alone(request, () -> units.run(request.origin(), work)).toResponse();
        } catch (CommandRefused refused) {
            return Problem.of(refused.refusal()).toResponse();
        }
    }

    private final class AtOnce extends Once {

        AtOnce(CommandRequest request, Supplier<Answer> work) {
            super(request, work);
        }

        @Override
        public Closing<RecordedAnswer> decide(int attempt) {
            if (attempt > 1) {
                throw new TakesSteps();
            }
            return super.decide(attempt);
        }
    }

    /**
     * Does not ask whether the request was answered before: if it was, the first attempt meets the
     * record at the commit, and the second one reads it.
     */
    private class Once implements Work<RecordedAnswer> {

        private final CommandRequest request;
        private final Supplier<Answer> work;

        Once(CommandRequest request, Supplier<Answer> work) {
            this.request = request;
            this.work = work;
        }

        @Override
        public Closing<RecordedAnswer> decide(int attempt) {
            if (attempt > 1) {
                var before = idempotency.recorded(request);
                if (before.isPresent()) {
                    return _ -> before.get();
                }
            }
            var answer = answers.draft(work.get());
            return keeping(written -> answer.with(request.seen().and(written)));
        }

        @Override
        public Closing<RecordedAnswer> refused(Refusal refusal) {
            var answer = Problem.of(refusal).toAnswer();
            return Idempotency.isOfTheMoment(refusal) ? _ -> answer : keeping(_ -> answer);
        }

        private Closing<RecordedAnswer> keeping(Function<ConsistencyToken, RecordedAnswer> made) {
            var answer = new AtomicReference<RecordedAnswer>();
            idempotency.keepTogether(request, answer::get);
            return written -> {
                var given = made.apply(written);
                answer.set(given);
                return given;
            };
        }
    }
}
