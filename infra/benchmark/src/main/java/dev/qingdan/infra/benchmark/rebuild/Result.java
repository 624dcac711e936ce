package dev.qingdan.infra.benchmark.rebuild;

import java.util.Comparator;
import java.util.List;

/** What was seen of reading the topic, and of the rebuilds beside it. */
record Result(Reading reading, List<Round> rounds, long peakHeap, long peakResident) {

    /** Events a second, by one thread and by two. */
    record Reading(long read1, long read2, long decode1, long decode2) {

        private long decode() {
            return Math.max(decode1, decode2);
        }
    }

    /** The median rebuild beside the best reading and decoding. */
    public double ratio() {
        return (double) median().eventsPerSecond() / reading.decode();
    }

    String table() {
        var middle = median();
        return """
        | | events/s | CPU us each: query-side, PostgreSQL, broker |
        |---|---|---|
        | reading the topic, two threads | %,d | |
        | reading and decoding it, two threads | %,d | |
        | rebuilding, the median of %d | %,d | %.1f, %.1f, %.1f |

        A rebuild has %,d events; its rate is %.2f of reading and decoding. Its swap held writers %.0f ms. query-side had at most %,d MB of heap and %,d MB resident.
        """
                .formatted(
                        reading.read2(),
                        reading.decode2(),
                        rounds.size(),
                        middle.eventsPerSecond(),
                        middle.cost().querySide(),
                        middle.cost().postgres(),
                        middle.cost().broker(),
                        middle.events(),
                        ratio(),
                        middle.millisWritersHeld(),
                        peakHeap >> 20,
                        peakResident >> 20);
    }

    private Round median() {
        return rounds.stream()
                .sorted(Comparator.comparingLong(Round::eventsPerSecond))
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
