package dev.qingdan.infra.benchmark.load;

import static java.util.stream.Collectors.toMap;

import dev.qingdan.infra.benchmark.stack.Usage;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of a workload: the line of JSON that stays of it.
 *
 * @param rate requests a second
 * @param cpuMicros of each process, for each request
 * @param megabytes that each process had resident at its end
 * @param lagSeconds after its end, until views and topics had all of it; 0 where nothing was
 *     written
 * @param counted whether relay and projections kept up
 */
record Run(
        String workload,
        int number,
        double rate,
        double p50,
        double p99,
        long errors,
        Map<String, Long> cpuMicros,
        long cpuMicrosOfAll,
        Map<String, Long> megabytes,
        double lagSeconds,
        boolean counted,
        Load load) {

    private static final double LONGEST_LAG = 1.0;

    static Run of(Kind kind, int number, Load load, Usage cpu, Usage memory, double lagSeconds) {
        var done = load.done(kind);
        var each = cpu.dividedBy(done);
        return new Run(
                kind.name(),
                number,
                Math.round(10 * done / load.seconds()) / 10.0,
                load.p50(),
                load.p99(),
                load.errors(kind),
                named(each, 1),
                each.sum(),
                named(memory, 1L << 20),
                lagSeconds,
                lagSeconds < LONGEST_LAG,
                load);
    }

    private static Map<String, Long> named(Usage usage, long unit) {
        return usage.of().entrySet().stream()
                .collect(
                        toMap(
                                it -> it.getKey().label(),
                                it -> it.getValue() / unit,
                                (one, _) -> one,
                                TreeMap::new));
    }
}
