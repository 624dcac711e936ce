package dev.qingdan.infra.benchmark.load;

import java.util.List;

/** The runs at one size. */
record Grown(long orders, List<Run> runs) {

    static String table(List<Grown> sizes) {
        var text =
                new StringBuilder(
                        """
                        | orders in the store | W1, orders/s | p99 ms | CPU us each | command-side MB | \
                        query-side MB | PostgreSQL MB |
                        |---|---|---|---|---|---|---|
                        """);
        sizes.forEach(size -> text.append(size.line()));
        var first = sizes.getFirst().middle().rate();
        var last = sizes.getLast().middle().rate();
        return text.append(
                        "\nThe last of these rates is %.2f of the first.\n".formatted(last / first))
                .toString();
    }

    private String line() {
        var run = middle();
        return "| %,d | %,.0f%s | %.1f | %d | %s | %s | %s |%n"
                .formatted(
                        orders,
                        run.rate(),
                        runs.stream().allMatch(Run::counted) ? "" : " (not counted)",
                        run.p99(),
                        run.cpuMicrosOfAll(),
                        run.megabytes().get("command-side"),
                        run.megabytes().get("query-side"),
                        run.megabytes().get("postgresql"));
    }

    private Run middle() {
        return LoadTable.median(runs);
    }
}
