package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Refusal;
import dev.qingdan.command.platform.UnitsOfWork;
import dev.qingdan.events.ConsistencyToken;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

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

    private final UnitsOfWork units;
    private final IdempotencyRecords records;
    private final JsonMapper mapper;

    Commands(UnitsOfWork units, IdempotencyRecords records, JsonMapper mapper) {
        this.units = units;
        this.records = records;
        this.mapper = mapper;
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
                        var before = answerBefore(request);
                        given.set(before.orElse(null));
                        return before.isPresent()
                                ? Optional.<Answer>empty()
                                : Optional.of(work.get());
                    },
                    done ->
                            done.result()
                                    .map(answer ->
                                            write(answer, request.seen().and(done.written())))
                                    .ifPresent(answer -> {
                                        given.set(answer);
                                        record(request, answer);
                                    }));
        } catch (CommandRefused refused) {
            return afterRefusal(request, refused).toResponse();
        }
        return required(given.get()).toResponse();
    }

    /**
     * For a command that must reach WeChat between two units of work: nothing is held while it
     * waits, so two equal requests may run side by side. The first to finish is the one that
     * answers both, so each step has to stand being repeated.
     */
    public ResponseEntity<byte[]> answerInSteps(
            CommandRequest request, Function<Steps, Answer> work) {
        try {
            var before = units.run(request.origin(), () -> answerBefore(request)).result();
            if (before.isPresent()) {
                return before.get().toResponse();
            }
            var steps = new StepsOf(request);
            var answer = write(work.apply(steps), steps.written);
            return recordOrYield(request, answer).toResponse();
        } catch (CommandRefused refused) {
            return afterRefusal(request, refused).toResponse();
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

    private Optional<RecordedAnswer> answerBefore(CommandRequest request) {
        var key = request.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        if (!records.claim(request.actor(), key)) {
            throw new CommandRefused(new RequestRefusal.KeyInProgress());
        }
        return recorded(request, key);
    }

    private Optional<RecordedAnswer> recorded(CommandRequest request, String key) {
        var recorded = records.find(request.actor(), key);
        if (recorded.filter(r -> !r.fingerprint().equals(request.fingerprint())).isPresent()) {
            throw new CommandRefused(new RequestRefusal.KeyReused());
        }
        return recorded.map(IdempotencyRecords.Recorded::answer);
    }

    private RecordedAnswer afterRefusal(CommandRequest request, CommandRefused refused) {
        var answer = Problem.of(refused.refusal()).toAnswer();
        return isOfTheMoment(refused.refusal()) ? answer : recordOrYield(request, answer);
    }

    private static boolean isOfTheMoment(Refusal refusal) {
        return refusal instanceof RequestRefusal || refusal.kind() == Refusal.Kind.UNAVAILABLE;
    }

    private RecordedAnswer recordOrYield(CommandRequest request, RecordedAnswer answer) {
        var key = request.idempotencyKey();
        return record(request, answer) || key == null
                ? answer
                : recorded(request, key).orElse(answer);
    }

    private boolean record(CommandRequest request, RecordedAnswer answer) {
        var key = request.idempotencyKey();
        return key != null && records.record(request.actor(), key, request.fingerprint(), answer);
    }

    private RecordedAnswer write(Answer answer, ConsistencyToken token) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        headers.put(CONSISTENCY_TOKEN, token.toString());
        if (answer.location() != null) {
            headers.put(HttpHeaders.LOCATION, answer.location().toString());
        }
        return new RecordedAnswer(
                answer.status().value(), headers, mapper.writeValueAsBytes(answer.body()));
    }

    private static RecordedAnswer required(@Nullable RecordedAnswer answer) {
        if (answer == null) {
            throw new IllegalStateException("A unit of work ended without an answer");
        }
        return answer;
    }
}
