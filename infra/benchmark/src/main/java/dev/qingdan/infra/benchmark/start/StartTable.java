package dev.qingdan.infra.benchmark.start;

import static java.util.stream.Collectors.joining;

import dev.qingdan.infra.benchmark.stack.Part;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row for each part. */
record StartTable(List<Row> rows) {

    /**
     * @param firstAnswerMillis of the median start; none for what is not ours
     * @param starts each start
     */
    record Row(
            String part,
            @Nullable Long firstAnswerMillis,
            List<Long> starts,
            long residentMegabytes,
            double idleCpuPercent) {

        private String line() {
            return "| %s | %s | %d | %.1f |%n"
                    .formatted(
                            part,
                            firstAnswerMillis == null
                                    ? ""
                                    : "%.1f s".formatted(firstAnswerMillis / 1000.0),
                            residentMegabytes,
                            idleCpuPercent);
        }
    }

    static StartTable of(List<Start> starts, Idle idle) {
        return new StartTable(
                Arrays.stream(Part.values()).map(part -> row(part, starts, idle)).toList());
    }

    private static Row row(Part part, List<Start> starts, Idle idle) {
        var start = starts.stream().filter(it -> it.application().equals(part.label())).findFirst();
        return new Row(
                part.label(),
                start.map(Start::median).orElse(null),
                start.map(Start::millis).orElse(List.of()),
                idle.memory().get(part) >> 20,
                Math.round(idle.cpuMicros().get(part) / 1000.0 / idle.time().toSeconds()) / 10.0);
    }

    String text() {
        return """
        | process | first 200 after | resident, idle, MB | CPU, idle, % of a core |
        |---|---|---|---|
        """
                + rows.stream().map(Row::line).collect(joining());
    }
}
