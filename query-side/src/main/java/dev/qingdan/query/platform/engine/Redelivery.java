package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.BatchFold;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.web.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds parked events again, one aggregate at a time and in order: each event in its own
 * transaction, which also takes its letter away. Once none is left, the aggregate is parked no
 * more.
 */
@Component
class Redelivery {

    /**
     * @param folded how many events went into the tables
     * @param remaining how many of the aggregate are still parked
     * @param error why the first of those failed again
     */
    record Outcome(int folded, long remaining, @Nullable String error) {}

    private final DeadLetters letters;
    private final Positions positions;
    private final Announcements announcements;
    private final Topics topics;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Redelivery(
            DeadLetters letters,
            Ledger ledger,
            Topics topics,
            JdbcTemplate jdbc,
            TransactionTemplate transactions) {
        this.letters = letters;
        this.positions = ledger.positions();
        this.announcements = ledger.announcements();
        this.topics = topics;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    Outcome retry(Projection projection, DeadLetter letter) {
        var tables = new GenerationTables(projection, letter.generation(), jdbc);
        int folded = 0;
        for (var next = letters.firstBeside(letter);
                next.isPresent();
                next = letters.firstBeside(letter)) {
            var failure = fold(tables, next.get());
            if (failure.isPresent()) {
                letters.failedAgain(next.get(), failure.get());
                break;
            }
            folded++;
        }
        var error = letters.firstBeside(letter).map(DeadLetter::error).orElse(null);
        return new Outcome(folded, letters.countBeside(letter), error);
    }

    /** Only the event that blocks its aggregate can be thrown away; those behind it are folded. */
    Outcome discard(Projection projection, DeadLetter letter, String reason, String operator) {
        transactions.executeWithoutResult(_ -> {
            positions.hold(letter.generation());
            var first = letters.firstBeside(letter);
            if (first.isEmpty() || first.get().id() != letter.id()) {
                throw Problem.conflict(
                        "dead-letter.waits",
                        "This event only waits behind an earlier one of its aggregate");
            }
            letters.recordDiscard(letter, reason, operator);
            done(letter);
        });
        return retry(projection, letter);
    }

    private Optional<RuntimeException> fold(GenerationTables tables, DeadLetter letter) {
        var event = letter.event(topics.partition(letter.topic(), letter.partition()));
        try {
            return transactions.execute(status -> {
                positions.hold(letter.generation());
                if (letters.firstBeside(letter).filter(letter::equals).isEmpty()) {
                    throw Problem.conflict("dead-letter.busy", "Somebody else is working on it");
                }
                var fold = tables.fold(List.of(event), GenerationTables.Known.NOTHING, Set.of());
                if (fold.letters().isEmpty()) {
                    done(letter);
                    tell(letter.generation(), fold);
                }
                return fold.letters().stream().findFirst().map(BatchFold.Letter::error);
            });
        } catch (DataIntegrityViolationException refused) {
            return Optional.of(refused);
        }
    }

    private void tell(String generation, BatchFold fold) {
        if (positions.isSeen(generation)) {
            announcements.tell(announcements.changed(fold.changed()));
        }
    }

    private void done(DeadLetter letter) {
        letters.remove(letter);
        positions.unsettle(letter.generation(), letter.topic(), letter.partition());
    }
}
