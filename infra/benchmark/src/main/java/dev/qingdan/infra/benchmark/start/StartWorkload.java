package dev.qingdan.infra.benchmark.start;

import dev.qingdan.infra.benchmark.Options;
import dev.qingdan.infra.benchmark.Workload;
import dev.qingdan.infra.benchmark.report.Page;
import dev.qingdan.infra.benchmark.stack.Part;
import dev.qingdan.infra.benchmark.stack.WholeStack;
import dev.qingdan.infra.stack.ProjectFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Start-up with a start-up cache, then what everything uses when it is left alone. */
public final class StartWorkload implements Workload {

    private static final List<Part> APPLICATIONS =
            List.of(Part.COMMAND_SIDE, Part.QUERY_SIDE, Part.ADMIN_CONSOLE);
    private static final Duration SETTLING = Duration.ofSeconds(180);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String usage() {
        return """
          --runs N          starts of each application (default 3)
          --idle N          seconds during which nobody asks (default 30)
          --page FILE       where the table goes (default infra/docs/benchmark.md; none: nowhere)
        """;
    }

    @Override
    public void run(Options options) throws InterruptedException {
        var folder = ProjectFolder.find().resolve("infra/benchmark/target/start");
        makeCaches(folder);
        try (var stack = new WholeStack(folder.resolve("data"), false)) {
            var starts = new ArrayList<Start>();
            for (var application : APPLICATIONS) {
                starts.add(Start.of(application, stack, options.number("runs", 3)));
            }
            Thread.sleep(SETTLING);
            var idle = Idle.of(stack, Duration.ofSeconds(options.number("idle", 30)));
            var table = StartTable.of(starts, idle);
            IO.println(JsonMapper.shared().writeValueAsString(table));
            IO.println(table.text());
            Page.at(options).put(name(), table.text());
        }
    }

    /** A stack that runs until each program has its cache. */
    private static void makeCaches(Path folder) throws InterruptedException {
        try (var _ = new WholeStack(folder.resolve("data"), true, "--fresh")) {
            Caches.await();
        }
    }
}
