package dev.qingdan.infra.benchmark.rebuild;

/**
 * One rebuild.
 *
 * @param eventsPerSecond from the request to the moment at which readers see the new generation
 * @param cost microseconds of CPU for each event
 */
record Round(
        long events,
        double seconds,
        long eventsPerSecond,
        PerEvent cost,
        double secondsBuildingIndexes,
        double millisWritersHeld,
        double millisSwitchingViews) {

    record PerEvent(double querySide, double postgres, double broker) {

        static PerEvent of(Cost cost, long events) {
            return new PerEvent(
                    round(cost.querySide(), events),
                    round(cost.postgres(), events),
                    round(cost.broker(), events));
        }

        private static double round(long micros, long events) {
            return Math.round(100.0 * micros / events) / 100.0;
        }

        double all() {
            return querySide + postgres + broker;
        }
    }

    String line(int number) {
        return """
        rebuild %d     %,9d events/s; CPU us each: %.1f query-side, %.1f PostgreSQL, %.1f broker; \
        indexes %.2f s; swap %.0f ms, views %.0f ms\
        """
                .formatted(
                        number,
                        eventsPerSecond,
                        cost.querySide(),
                        cost.postgres(),
                        cost.broker(),
                        secondsBuildingIndexes,
                        millisWritersHeld,
                        millisSwitchingViews);
    }
}
