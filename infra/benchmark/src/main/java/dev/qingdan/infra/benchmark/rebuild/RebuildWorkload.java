package dev.qingdan.infra.benchmark.rebuild;

import dev.qingdan.infra.benchmark.Options;
import dev.qingdan.infra.benchmark.Workload;
import dev.qingdan.infra.benchmark.history.History;
import dev.qingdan.infra.benchmark.report.Page;
import dev.qingdan.infra.benchmark.stack.Processes;
import dev.qingdan.infra.stack.ProjectFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds a projection from a generated history. */
public final class RebuildWorkload implements Workload {

    private static final int EVENTS = 1_000_000;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration UNDISTURBED = Duration.ofSeconds(20);

    /**
     * For rebuilds: two threads collect, and what is kept for one write moves out of the way soon.
     */
    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseParallelGC",
                    "-Xmn64m",
                    "-XX:MaxTenuringThreshold=2",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError");

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String usage() {
        return """
          --events N        length of the history (default 1000000)
          --open N          orders on their way at a time (default 50000)
          --seed N          of the history (default 1)
          --rounds N        rebuilds that are measured (default 3)
          --projection NAME default order_view
          --live N          orders a second that go on meanwhile, and members who read them
          --heap SIZE       of query-side (default 512m)
          --flags "A B"     more flags of query-side's JVM
          --data FOLDER     default infra/benchmark/target/data; a history found there is used again
          --page FILE       where the table goes (default infra/docs/benchmark.md; none: nowhere)
        """;
    }

    @Override
    public void run(Options options) throws InterruptedException {
        var events = options.number("events", EVENTS);
        var settings =
                History.Settings.of(options.number("seed", 1), options.number("open", 50_000));
        var data =
                ProjectFolder.find()
                        .resolve(options.text("data", "infra/benchmark/target/data"))
                        .resolve("%d-%d-%d".formatted(events, settings.open(), settings.seed()));
        try (var stack = new Stack(data)) {
            new PublishedHistory(data, stack.bootstrapServers()).provide(settings, events);
            report(options, stack, measureReading(stack));
        }
    }

    private static Result.Reading measureReading(Stack stack) {
        var topic = new TopicReading(stack.bootstrapServers());
        topic.readAndDecode(2);
        var reading =
                new Result.Reading(
                        topic.read(1),
                        topic.read(2),
                        topic.readAndDecode(1),
                        topic.readAndDecode(2));
        IO.println(
                "reading       1 thread %,9d  2 threads %,9d events/s"
                        .formatted(reading.read1(), reading.read2()));
        IO.println(
                "and decoding  1 thread %,9d  2 threads %,9d events/s"
                        .formatted(reading.decode1(), reading.decode2()));
        return reading;
    }

    private static void report(Options options, Stack stack, Result.Reading reading)
            throws InterruptedException {
        var querySide = stack.startQuerySide(flags(options));
        var rebuilding = new Rebuilding(stack, querySide, options.text("projection", "order_view"));
        var start = System.nanoTime();
        rebuilding.awaitLive();
        IO.println("first fill    %.1f s".formatted((System.nanoTime() - start) / 1e9));
        var rounds = new ArrayList<Round>();
        var live = options.number("live", 0);
        if (live == 0) {
            rebuild(rebuilding, options, rounds);
        } else {
            rebuildUnderTraffic(rebuilding, options, rounds, stack, querySide, live);
        }
        var result =
                new Result(
                        reading,
                        rounds,
                        rebuilding.peakHeap(),
                        Processes.peakMemory(querySide.pid()));
        IO.println(
                "memory        heap at most %,d MB, resident at most %,d MB"
                        .formatted(result.peakHeap() >> 20, result.peakResident() >> 20));
        IO.println("ratio         %.2f of reading and decoding".formatted(result.ratio()));
        IO.println(JsonMapper.shared().writeValueAsString(result));
        if (live == 0) {
            Page.at(options).put("rebuild", result.table());
        }
    }

    private static void rebuild(Rebuilding rebuilding, Options options, List<Round> rounds)
            throws InterruptedException {
        for (int i = 0; i < options.number("rounds", 3); i++) {
            var round = rebuilding.rebuild();
            IO.println(round.line(i + 1));
            rounds.add(round);
        }
    }

    /** The same reads of the same orders, first without a rebuild and then with it. */
    private static void rebuildUnderTraffic(
            Rebuilding rebuilding,
            Options options,
            List<Round> rounds,
            Stack stack,
            QuerySide querySide,
            int ordersPerSecond)
            throws InterruptedException {
        var position = options.number("events", EVENTS);
        try (var shoppers = new Shoppers(stack.bootstrapServers(), ordersPerSecond, position);
                var readers = new Readers(querySide, shoppers)) {
            Thread.sleep(WARM_UP);
            readers.seen();
            Thread.sleep(UNDISTURBED);
            var without = readers.seen();
            IO.println("without       " + without);
            var with = new ArrayList<Readers.Seen>();
            for (int i = 0; i < options.number("rounds", 3); i++) {
                rebuild(rebuilding, Options.of("--rounds", "1"), rounds);
                with.add(readers.seen());
                IO.println("with          " + with.getLast());
            }
            Page.at(options).put("rebuild beside readers", Beside.table(without, with, rounds));
        }
    }

    private static List<String> flags(Options options) {
        var flags = new ArrayList<>(FLAGS);
        flags.add("-Xmx" + options.text("heap", "512m"));
        for (String flag : options.text("flags", "").split(" ")) {
            if (!flag.isBlank()) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
