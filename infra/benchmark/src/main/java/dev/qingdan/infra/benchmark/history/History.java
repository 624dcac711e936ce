package dev.qingdan.infra.benchmark.history;

import dev.qingdan.events.EventEnvelope;
import dev.qingdan.events.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Orders that are placed, paid, served, cancelled, forgotten and refunded, many at a time and woven
 * into each other at random. The same settings give the same events, byte for byte.
 */
public final class History {

    /**
     * @param open how many orders are on their way at any time, once that many were placed
     * @param beginning the first event's moment
     * @param position the first event's global position
     */
    public record Settings(long seed, int open, Instant beginning, long position) {

        private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

        public static Settings of(long seed, int open) {
            return new Settings(seed, open, LONG_AGO, 0);
        }
    }

    private static final int MOST_MICROS_BETWEEN = 200_000;

    private final Settings settings;
    private final Random random;
    private final Ids ids;
    private final Shelf shelf;
    private final List<OpenOrder> open = new ArrayList<>();
    private Instant now;
    private long position;

    public History(Settings settings) {
        this.settings = settings;
        this.random = new Random(settings.seed());
        this.ids = new Ids(random);
        this.shelf = new Shelf(random, ids);
        this.now = settings.beginning();
        this.position = settings.position();
    }

    /** The events from here on, without end. */
    public Stream<Generated> events() {
        return Stream.generate(this::next);
    }

    /** How many orders are on their way now. */
    public int openOrders() {
        return open.size();
    }

    public Generated next() {
        now = now.plusNanos(1_000L * (1 + random.nextInt(MOST_MICROS_BETWEEN)));
        return next(now);
    }

    /** The next event, which happens at that moment. */
    public Generated next(Instant at) {
        if (open.size() < settings.open()) {
            open.add(new OpenOrder(Life.any(random), shelf.placed(at), ids));
            return happen(open.size() - 1, at);
        }
        return happen(random.nextInt(open.size()), at);
    }

    private Generated happen(int index, Instant at) {
        var order = open.get(index);
        var event = order.event(at);
        var envelope =
                new EventEnvelope(
                        ids.uuid(at),
                        EventType.of(event).name(),
                        event.orderId(),
                        order.sequence(),
                        position++,
                        at,
                        order.correlationId(),
                        order.causationId(),
                        ids.traceparent());
        order.happened(envelope.id());
        if (order.isOver()) {
            open.set(index, open.getLast());
            open.removeLast();
        }
        return new Generated(event, envelope);
    }
}
