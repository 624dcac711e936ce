package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Refusal;
import dev.qingdan.command.platform.UnitsOfWork;
import dev.qingdan.command.platform.UnitsOfWork.Done;
import dev.qingdan.events.ConsistencyToken;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers a command's HTTP request once and for all: whoever repeats it under the same {@code
 * Idempotency-Key} is given the first answer, byte for byte, also by another instance and after a
 * crash.
 *
 * <pre>{@code
 * @PostMapping("/api/v1/orders")
 * ResponseEntity<byte[]> place(@Valid @RequestBody OrderForm form, CommandRequest request) {
 *     return commands.answer(request, () -> {
 *         var placed = placing.place(form.toCommand(request.memberId()));
 *         return Answer.created("/api/v1/orders/" + placed.orderId(), placed);
 *     });
 * }
 * }</pre>
 *
 * A refusal inside is an answer as well and is recorded as such: who wants another try takes
 * another key. What says only "not now" (busy, or WeChat unreachable) is not recorded.
 */
@Component
public class Commands {

    /** The header that tells a client, and then a view, what has been written. */
    public static final String CONSISTENCY_TOKEN = "Consistency-Token";

    private static final Optional<Answer> NOTHING_NEW = Optional.empty();

    private final UnitsOfWork units;
    private final Idempotency idempotency;
    private final Answers answers;

    Commands(UnitsOfWork units, Idempotency idempotency, Answers answers) {
        this.units = units;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    /** The units of work of a request that needs more than one. */
    public interface Steps {

        /** Runs one of them; the answer's consistency token covers all. */
        <T> T inUnitOfWork(Supplier<T> work);
    }

    /** For a command that is one unit of work: its events and its answer are kept together. */
    public ResponseEntity<byte[]> answer(CommandRequest request, Supplier<Answer> work) {
        var given = new AtomicReference<@Nullable RecordedAnswer>();
        try {
            units.run(
                    request.origin(),
                    () -> {
                        var before = idempotency.claim(request);
                        given.set(before.orElse(null));
                        return before.isPresent() ? NOTHING_NEW : Optional.of(work.get());
                    },
                    done ->
                            done.result()
                                    .ifPresent(answer -> given.set(keep(request, done, answer))));
        } catch (CommandRefused refused) {
            return refused(request, refused.refusal()).toResponse();
        }
        return required(given.get()).toResponse();
    }

    private RecordedAnswer keep(CommandRequest request, Done<?> done, Answer answer) {
        var written = write(answer, request.seen().and(done.written()));
        idempotency.keep(request, written);
        return written;
    }

    /**
     * For a command that must reach WeChat between two units of work: nothing is held while it
     * waits, so two equal requests may run side by side. The first to finish is the one that
     * answers both, so each step has to stand being repeated.
     */
    public ResponseEntity<byte[]> answerInSteps(
            CommandRequest request, Function<Steps, Answer> work) {
        try {
            var before = units.run(request.origin(), () -> idempotency.claim(request)).result();
            if (before.isPresent()) {
                return before.get().toResponse();
            }
            var steps = new StepsOf(request);
            var answer = write(work.apply(steps), steps.written);
            return idempotency.recordOrYield(request, answer).toResponse();
        } catch (CommandRefused refused) {
            return refused(request, refused.refusal()).toResponse();
        }
    }

    private final class StepsOf implements Steps {

        private final CommandRequest request;
        private ConsistencyToken written;

        StepsOf(CommandRequest request) {
            this.request = request;
            this.written = request.seen();
        }

        @Override
        public <T> T inUnitOfWork(Supplier<T> work) {
            var done = units.run(request.origin(), work);
            written = written.and(done.written());
            return done.result();
        }
    }

    private RecordedAnswer refused(CommandRequest request, Refusal refusal) {
        var answer = Problem.of(refusal).toAnswer();
        return Idempotency.isOfTheMoment(refusal)
                ? answer
                : idempotency.recordOrYield(request, answer);
    }

    private RecordedAnswer write(Answer answer, ConsistencyToken token) {
        return answers.draft(answer).with(token);
    }

    private static RecordedAnswer required(@Nullable RecordedAnswer answer) {
        if (answer == null) {
            throw new IllegalStateException("A unit of work ended without an answer");
        }
        return answer;
    }
}
