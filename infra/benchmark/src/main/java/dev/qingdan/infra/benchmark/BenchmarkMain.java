package dev.qingdan.infra.benchmark;

import dev.qingdan.infra.benchmark.load.GrowthWorkload;
import dev.qingdan.infra.benchmark.load.LoadWorkload;
import dev.qingdan.infra.benchmark.load.ProfileWorkload;
import dev.qingdan.infra.benchmark.load.ServeWorkload;
import dev.qingdan.infra.benchmark.rebuild.RebuildWorkload;
import dev.qingdan.infra.benchmark.start.StartWorkload;
import java.util.Arrays;
import java.util.List;

/** Runs the workload that the first word names. */
final class BenchmarkMain {

    private static final List<Workload> WORKLOADS =
            List.of(
                    new StartWorkload(),
                    new LoadWorkload(),
                    new GrowthWorkload(),
                    new ProfileWorkload(),
                    new RebuildWorkload(),
                    new AllWorkloads(),
                    new ServeWorkload());

    private BenchmarkMain() {}

    static void main(String... arguments) throws InterruptedException {
        var name = arguments.length == 0 ? "" : arguments[0];
        var workload = WORKLOADS.stream().filter(it -> it.name().equals(name)).findFirst();
        if (workload.isEmpty()) {
            IO.println("java -jar benchmark.jar WORKLOAD [options]");
            WORKLOADS.forEach(it -> IO.println("%n%s%n%s".formatted(it.name(), it.usage())));
            System.exit(2);
        }
        var options = Options.of(Arrays.copyOfRange(arguments, 1, arguments.length));
        workload.orElseThrow().run(options);
    }
}
