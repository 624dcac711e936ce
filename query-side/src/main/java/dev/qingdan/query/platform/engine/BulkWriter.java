package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.BatchFold;
import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds the events of many polls in memory, and then writes each row once for all of them, with the
 * positions that this has led to, in one transaction. So a crash, or a claim that has become stale,
 * only means to read again.
 *
 * <p>Belongs to one consumer thread.
 */
final class BulkWriter {

    private final String generation;
    private final GenerationTables tables;
    private final Ledger ledger;
    private final TransactionTemplate transactions;
    private final BulkLimits limits;
    private final Map<TopicPartition, Move> moves = new HashMap<>();
    private final Map<TopicPartition, Long> refused = new HashMap<>();

    /** What the database holds of the rows in hand: it was read, or we wrote it last. */
    private Map<RowTable<?, ?>, Map<String, Row>> stored = new HashMap<>();

    private BatchFold fold;
    private long bytes;
    private long begun;

    BulkWriter(
            Projection projection,
            String generation,
            Ledger ledger,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            BulkLimits limits) {
        this.generation = generation;
        this.tables = new GenerationTables(projection, generation, jdbc);
        this.ledger = ledger;
        this.transactions = transactions;
        this.limits = limits;
        this.fold = tables.foldOver(stored);
    }

    /**
     * Whether this is a batch that may be written in bulk: not what the database has refused once,
     * which has to be looked at closely.
     */
    boolean takes(Batch batch) {
        return batch.moves().stream()
                .map(Move::claim)
                .noneMatch(claim ->
                        claim.taken() < refused.getOrDefault(claim.partition(), Long.MIN_VALUE));
    }

    void take(Batch batch) {
        if (moves.isEmpty()) {
            begun = System.nanoTime();
            limits.enter();
        }
        fold.park(batch.parked());
        tables.load(batch.events(), stored, fold.changed());
        fold.fold(batch.events());
        for (Move move : batch.moves()) {
            moves.merge(move.claim().partition(), move, Move::and);
            move.claim().takeTo(move.nextOffset());
        }
        for (Incoming event : batch.events()) {
            bytes += event.record().serializedValueSize();
        }
    }

    boolean isEmpty() {
        return moves.isEmpty();
    }

    int events() {
        return moves.values().stream().mapToInt(Move::events).sum();
    }

    boolean isFull() {
        return limits.reached(bytes, begun, fold.letters().size());
    }

    /**
     * @param relaxed as {@link BatchWriter#write} has it
     * @throws StaleClaim where a partition has been moved on by somebody else
     */
    void flush(boolean relaxed) {
        var way = List.copyOf(moves.values());
        try {
            transactions.executeWithoutResult(_ -> {
                var seen = ledger.positions().enter(generation, relaxed);
                tables.write(fold, stored);
                if (seen) {
                    ledger.announcements().changedAtLarge(fold.changed().keySet());
                }
                ledger.enter(generation, fold.letters(), way);
            });
        } catch (DataIntegrityViolationException violation) {
            way.forEach(move -> refused.put(move.claim().partition(), move.nextOffset()));
            throw violation;
        }
        remember(way);
    }

    /** Committed: the claims, and the rows in hand, now are what the database holds. */
    private void remember(List<Move> way) {
        for (var letter : fold.letters()) {
            var partition = letter.event().partition();
            way.stream()
                    .map(Move::claim)
                    .filter(claim -> claim.partition().equals(partition))
                    .forEach(claim -> claim.park(letter.event().aggregateId()));
        }
        way.forEach(move -> {
            move.claim().forgetRows();
            move.claim().moveTo(move.nextOffset());
        });
        startOver(unsettled(fold.changed()));
    }

    private static Map<RowTable<?, ?>, Map<String, Row>> unsettled(
            Map<RowTable<?, ?>, Map<String, Row>> written) {
        var kept = new HashMap<RowTable<?, ?>, Map<String, Row>>();
        written.forEach((table, rows) -> {
            var going = new HashMap<>(rows);
            going.values().removeIf(Row::settled);
            kept.put(table, going);
        });
        return kept;
    }

    void discard() {
        startOver(new HashMap<>());
    }

    private void startOver(Map<RowTable<?, ?>, Map<String, Row>> rows) {
        if (!moves.isEmpty()) {
            limits.leave();
        }
        moves.clear();
        bytes = 0;
        stored = rows;
        fold = tables.foldOver(stored);
    }
}
