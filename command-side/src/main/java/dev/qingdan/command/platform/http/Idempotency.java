package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Refusal;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/** The rules of the {@code Idempotency-Key}; a request without one is simply done. */
@Component
class Idempotency {

    private final IdempotencyRecords records;

    Idempotency(IdempotencyRecords records) {
        this.records = records;
    }

    /**
     * What was answered before, if anything was. For as long as the caller's transaction runs,
     * nobody else in any instance gets past here with the same key.
     */
    Optional<RecordedAnswer> claim(CommandRequest request) {
        var key = request.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        if (!records.claim(request.actor(), key)) {
            throw new CommandRefused(new RequestRefusal.KeyInProgress());
        }
        return recorded(request, key);
    }

    /**
     * Keeps the answer in the caller's transaction.
     *
     * @throws ConcurrencyException where a refusal of the same request was kept meanwhile: it
     *     stands, and the next attempt finds it
     */
    void keep(CommandRequest request, RecordedAnswer answer) {
        var key = request.idempotencyKey();
        if (key != null && !record(request, key, answer)) {
            throw new ConcurrencyException("The request was answered meanwhile");
        }
    }

    /** Keeps the answer beside the events of a unit of work that is committed with others. */
    void keepTogether(CommandRequest request, Supplier<RecordedAnswer> answer) {
        var key = request.idempotencyKey();
        if (key != null) {
            records.keep(request.actor(), key, request.fingerprint(), answer);
        }
    }

    /** What was answered before, if anything was. */
    Optional<RecordedAnswer> recorded(CommandRequest request) {
        var key = request.idempotencyKey();
        return key == null ? Optional.empty() : recorded(request, key);
    }

    /** Keeps the answer, or gives the one of whoever was first. */
    RecordedAnswer recordOrYield(CommandRequest request, RecordedAnswer answer) {
        var key = request.idempotencyKey();
        return key == null || record(request, key, answer)
                ? answer
                : recorded(request, key).orElse(answer);
    }

    /** Whether a refusal says nothing of the command itself, only of the key or of this moment. */
    static boolean isOfTheMoment(Refusal refusal) {
        return refusal instanceof RequestRefusal || refusal.kind() == Refusal.Kind.UNAVAILABLE;
    }

    private boolean record(CommandRequest request, String key, RecordedAnswer answer) {
        return records.record(request.actor(), key, request.fingerprint(), answer);
    }

    private Optional<RecordedAnswer> recorded(CommandRequest request, String key) {
        var recorded = records.find(request.actor(), key);
        if (recorded.filter(r -> !r.fingerprint().equals(request.fingerprint())).isPresent()) {
            throw new CommandRefused(new RequestRefusal.KeyReused());
        }
        return recorded.map(IdempotencyRecords.Recorded::answer);
    }
}
