package dev.qingdan.infra.benchmark.rebuild;

import static java.util.stream.Collectors.joining;

import dev.qingdan.infra.benchmark.rebuild.Readers.Seen;
import java.util.List;
import java.util.stream.IntStream;

/** What readers notice of rebuilds. */
final class Beside {

    private Beside() {}

    /**
     * @param with what was seen during each of the rounds
     */
    static String table(Seen without, List<Seen> with, List<Round> rounds) {
        return """
        | | reads | p50 ms | p99 ms | of the p99 without | most lag ms | failed | older than before | events/s |
        |---|---|---|---|---|---|---|---|---|
        | without a rebuild | %s | |
        %s
        """
                .formatted(
                        row(without, without),
                        IntStream.range(0, with.size())
                                .mapToObj(i ->
                                        "| during rebuild %d | %s | %,d |"
                                                .formatted(
                                                        i + 1,
                                                        row(with.get(i), without),
                                                        rounds.get(i).eventsPerSecond()))
                                .collect(joining("\n")));
    }

    private static String row(Seen seen, Seen without) {
        return "%,d | %.1f | %.1f | %.1f | %.0f | %d | %d"
                .formatted(
                        seen.reads(),
                        seen.p50Millis(),
                        seen.p99Millis(),
                        seen.p99Millis() / without.p99Millis(),
                        seen.lagMostMillis(),
                        seen.failed(),
                        seen.wentBack());
    }
}
