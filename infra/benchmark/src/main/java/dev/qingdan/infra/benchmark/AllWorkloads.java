package dev.qingdan.infra.benchmark;

import dev.qingdan.infra.benchmark.load.LoadWorkload;
import dev.qingdan.infra.benchmark.rebuild.RebuildWorkload;
import dev.qingdan.infra.benchmark.start.StartWorkload;
import java.util.List;

/** What the page of figures shows, but for growth, which takes long. */
final class AllWorkloads implements Workload {

    private static final List<Workload> ALL =
            List.of(new StartWorkload(), new LoadWorkload(), new RebuildWorkload());

    @Override
    public String name() {
        return "all";
    }

    @Override
    public String usage() {
        return "  start, load and rebuild, one after the other, with the options of each\n";
    }

    @Override
    public void run(Options options) throws InterruptedException {
        for (var workload : ALL) {
            IO.println("== " + workload.name());
            workload.run(options);
        }
    }
}
