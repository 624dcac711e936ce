package dev.qingdan.infra.benchmark.load;

import static java.util.stream.Collectors.joining;

import dev.qingdan.infra.benchmark.stack.Part;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The table that people read: the median run of each workload, and what the machine can do. */
record LoadTable(List<Run> runs, List<Books.Sold> proofs, Floors floors) {

    private static final String HEAD =
            """
            | workload | rate/s | p50 ms | p99 ms | errors | lag s | CPU us each | of these: %s |
            |---|---|---|---|---|---|---|---|
            """;

    String text() {
        var parts = Arrays.stream(Part.values()).map(Part::label).collect(joining(", "));
        return HEAD.formatted(parts)
                + Arrays.stream(Kind.values())
                        .map(this::of)
                        .filter(all -> !all.isEmpty())
                        .map(LoadTable::line)
                        .collect(joining())
                + proofs.stream().map(LoadTable::line).collect(joining())
                + "\nFloors of the same machine in the same run: "
                + "%,d inserts + commits/s (16 connections), %,d records/s produced to Kafka (acks=all), "
                        .formatted(floors.commits(), floors.records())
                + "%,d plain 200/s from command-side.\n".formatted(floors.answers())
                + ratios();
    }

    private List<Run> of(Kind kind) {
        return runs.stream().filter(run -> run.workload().equals(kind.name())).toList();
    }

    private static String line(List<Run> all) {
        var kind = Kind.valueOf(all.getFirst().workload());
        var middle = median(all);
        return "| %s: %s | %,.0f%s | %.1f | %.1f | %d | %.2f | %d | %s |%n"
                .formatted(
                        kind,
                        kind.text(),
                        middle.rate(),
                        all.stream().allMatch(Run::counted) ? "" : " (not counted)",
                        middle(all, Run::p50),
                        middle(all, Run::p99),
                        all.stream().mapToLong(Run::errors).sum(),
                        all.stream().mapToDouble(Run::lagSeconds).max().orElse(0),
                        middle.cpuMicrosOfAll(),
                        Arrays.stream(Part.values())
                                .map(part -> middle.cpuMicros().getOrDefault(part.label(), 0L))
                                .map(String::valueOf)
                                .collect(joining(", ")));
    }

    private static String line(Books.Sold sold) {
        return "\nW4 sold %,d of %,d pieces: answers, store and view agree to the piece.\n"
                .formatted(sold.reserved(), sold.received());
    }

    private String ratios() {
        var orders = of(Kind.W1);
        var reads = of(Kind.W3);
        var text = new StringBuilder();
        if (!orders.isEmpty()) {
            var rate = median(orders).rate();
            text.append(
                    "W1 is %.2f of the commits and %.2f of the plain answers"
                            .formatted(rate / floors.commits(), rate / floors.answers()));
        }
        if (!reads.isEmpty()) {
            text.append(text.isEmpty() ? "" : "; ");
            var rate = median(reads).rate();
            text.append("W3 is %.2f of the plain answers".formatted(rate / floors.answers()));
        }
        return text.isEmpty() ? "" : text.append(".\n").toString();
    }

    static Run median(List<Run> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(Run::rate))
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double middle(List<Run> all, ToDoubleFunction<Run> figure) {
        return all.stream().mapToDouble(figure).sorted().skip(all.size() / 2).findFirst().orElse(0);
    }
}
