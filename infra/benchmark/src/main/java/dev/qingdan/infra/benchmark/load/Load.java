package dev.qingdan.infra.benchmark.load;

/**
 * What wrk saw. Milliseconds; the counts from {@code placed} on are of those workloads that look at
 * their answers.
 *
 * @param stale reads of an order that did not show its change yet, and were asked again
 * @param again reads of what had been read before, for want of anything new
 */
record Load(
        long requests,
        double seconds,
        double p50,
        double p99,
        double max,
        long badStatus,
        long broken,
        long placed,
        long changed,
        long paid,
        long read,
        long stale,
        long soldout,
        long again,
        long error) {

    private long count(String step) {
        return switch (step) {
            case "placed" -> placed;
            case "changed" -> changed;
            case "paid" -> paid;
            case "read" -> read;
            default -> throw new IllegalArgumentException(step);
        };
    }

    /** Of a mixture only whole rounds count: what was done of all of its steps. */
    long done(Kind kind) {
        return kind.isMixed()
                ? kind.steps().size() * kind.steps().stream().mapToLong(this::count).min().orElse(0)
                : requests;
    }

    long errors(Kind kind) {
        return broken + (kind.isCounted() ? error : badStatus);
    }
}
