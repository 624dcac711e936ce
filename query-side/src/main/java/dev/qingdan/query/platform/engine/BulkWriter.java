package dev.qingdan.query.platform.engine;

import static java.util.Objects.requireNonNull;

import dev.qingdan.query.platform.projection.BatchFold;
import dev.qingdan.query.platform.projection.BatchFold.Letter;
import dev.qingdan.query.platform.projection.BatchFold.Sequence;
import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the events of many polls, and then writes each row once for all of them, with the positions
 * that this has led to, in one transaction. So a crash, or a claim that has become stale, only
 * means to read again.
 *
 * <p>Held are the bytes of events, sorted by aggregate. They are decoded and folded a few
 * aggregates at a time while they are written: what has to outlive a collection of garbage is then
 * a few plain arrays, and neither an event nor most rows ever do.
 *
 * <p>Belongs to one consumer thread.
 */
final class BulkWriter {

    private static final int EVENTS_AT_ONCE = 2_000;
    private static final int ROWS_KEPT = 10_000;

    private final String generation;
    private final GenerationTables tables;
    private final Ledger ledger;
    private final TransactionTemplate transactions;
    private final BulkLimits limits;
    private final Map<TopicPartition, Move> moves = new HashMap<>();
    private final Map<TopicPartition, Long> refused = new HashMap<>();
    private final HeldEvents held = new HeldEvents();
    private final List<Letter> letters = new ArrayList<>();

    /** What the database holds of aggregates that go on: it was read, or we wrote it last. */
    private Map<RowTable<?, ?>, Map<String, Row>> stored = new HashMap<>();

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
    }

    /**
     * Whether this is a batch that may be written in bulk: not what could not be written so once,
     * nor what cannot be read, which have to be looked at closely.
     */
    boolean takes(Batch batch) {
        return batch.events().stream().allMatch(Incoming::isReadable)
                && batch.moves().stream()
                        .map(Move::claim)
                        .noneMatch(claim ->
                                claim.taken()
                                        < refused.getOrDefault(claim.partition(), Long.MIN_VALUE));
    }

    void take(Batch batch) {
        if (moves.isEmpty()) {
            begun = System.nanoTime();
            limits.enter();
        }
        var parked = batch.parked();
        for (Incoming event : batch.events()) {
            if (!parked.isEmpty() && parked.contains(Sequence.of(event))) {
                letters.add(new Letter(event, null));
            } else {
                held.add(event);
            }
            bytes += event.record().value().length;
        }
        for (Move move : batch.moves()) {
            moves.merge(move.claim().partition(), move, Move::and);
            move.claim().takeTo(move.nextOffset());
        }
    }

    boolean isEmpty() {
        return moves.isEmpty();
    }

    int events() {
        return moves.values().stream().mapToInt(Move::events).sum();
    }

    boolean isFull() {
        return limits.reached(bytes, begun, letters.size());
    }

    /**
     * @param relaxed as {@link BatchWriter#write} has it
     * @throws StaleClaim where a partition has been moved on by somebody else
     * @throws NotInBulk where one of the events cannot be folded
     */
    void flush(boolean relaxed) {
        var way = List.copyOf(moves.values());
        try {
            var written =
                    requireNonNull(
                            transactions.execute(_ -> {
                                var seen = ledger.positions().enter(generation, relaxed);
                                var rows = writeHeld();
                                var changed =
                                        seen
                                                ? ledger.announcements()
                                                        .changedAtLarge(rows.keySet())
                                                : List.<Notice>of();
                                ledger.enter(generation, letters, way, changed);
                                return rows;
                            }));
            // Committed: the claims, and the rows in hand, now are what the database holds
            way.forEach(move -> {
                move.claim().forgetRows();
                move.claim().follow(move);
            });
            startOver(withUntouched(written));
        } catch (DataIntegrityViolationException | NotInBulk refusal) {
            way.forEach(move -> refused.put(move.claim().partition(), move.nextOffset()));
            throw refusal;
        }
    }

    /**
     * Nothing outlives this that need not: what is written is let go of at once.
     *
     * @return the rows that are likely to be changed by the next events, for all tables written to
     */
    private Map<RowTable<?, ?>, Map<String, Row>> writeHeld() {
        var fold = tables.foldOver(stored);
        var going = new HashMap<RowTable<?, ?>, Map<String, Row>>();
        while (!held.isEmpty()) {
            write(fold, held.take(EVENTS_AT_ONCE), going);
        }
        tables.write(fold.tallies());
        return going;
    }

    private void write(
            BatchFold fold, List<Incoming> events, Map<RowTable<?, ?>, Map<String, Row>> going) {
        tables.load(events, stored);
        fold.fold(events);
        if (!fold.letters().isEmpty()) {
            throw new NotInBulk("An event cannot be folded: " + fold.letters().getFirst().error());
        }
        fold.takeChanged()
                .forEach((table, rows) -> {
                    var before = stored.getOrDefault(table, new HashMap<>());
                    tables.write(table, rows, before);
                    before.keySet().removeAll(rows.keySet());
                    rows.values().removeIf(Row::settled);
                    going.computeIfAbsent(table, _ -> new HashMap<>()).putAll(rows);
                });
    }

    /** Aggregates that had no event this time may have one the next time. */
    private Map<RowTable<?, ?>, Map<String, Row>> withUntouched(
            Map<RowTable<?, ?>, Map<String, Row>> written) {
        stored.forEach((table, rows) -> {
            var going = written.computeIfAbsent(table, _ -> new HashMap<>());
            if (going.size() + rows.size() <= ROWS_KEPT) {
                going.putAll(rows);
            }
        });
        return written;
    }

    void discard() {
        startOver(new HashMap<>());
        held.release();
    }

    private void startOver(Map<RowTable<?, ?>, Map<String, Row>> rows) {
        if (!moves.isEmpty()) {
            limits.leave();
        }
        moves.clear();
        held.clear();
        letters.clear();
        bytes = 0;
        stored = rows;
    }
}
