package dev.qingdan.infra.benchmark.load;

import dev.qingdan.infra.benchmark.Options;
import dev.qingdan.infra.benchmark.Workload;
import dev.qingdan.infra.benchmark.report.Page;
import dev.qingdan.infra.benchmark.stack.WholeStack;
import dev.qingdan.infra.stack.ProjectFolder;
import java.util.ArrayList;
import java.util.List;

/** Buyers by the thousand: every workload in turn, on one stack that goes on running. */
public final class LoadWorkload implements Workload {

    private static final int LIMITED = Shop.PRODUCTS + 1;
    private static final String ALL = "W1,W2,W3,W4HOT,W4,W2PAY";

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String usage() {
        return """
          --only A,B        of W1,W2,W3,W4HOT,W4,W2PAY (default all of them)
          --seconds N       of each run (default 10)
          --warm-up N       seconds before the first run of each workload (default 30)
          --runs N          of each workload (default 3; W4 has one)
          --connections N   default 64
          --stock N         pieces that W4 sells (default 20000)
          --page FILE       where the table goes (default infra/docs/benchmark.md; none: nowhere)
        """;
    }

    @Override
    public void run(Options options) throws InterruptedException {
        var folder = ProjectFolder.find().resolve("infra/benchmark/target/load");
        try (var stack = new WholeStack(folder.resolve("data"), false, "--fresh");
                var shop = new Shop(stack)) {
            var connections = options.number("connections", 64);
            var wrk = Wrk.in(folder, stack.addresses().command(), connections);
            shop.describe(wrk.shop());
            var runs = new ArrayList<Run>();
            var measuring = new Measuring(stack, shop, wrk);
            for (var name : options.text("only", ALL).split(",")) {
                runs.addAll(measure(Kind.valueOf(name), options, measuring));
            }
            var table = new LoadTable(runs, measuring.proofs(), Floors.of(stack, wrk));
            IO.println(table.text());
            Page.at(options).put(name(), table.text());
        }
    }

    private static List<Run> measure(Kind kind, Options options, Measuring measuring)
            throws InterruptedException {
        if (kind == Kind.W4) {
            return List.of(measuring.sellOut(LIMITED, options.number("stock", 20_000)));
        }
        measuring.warmUp(kind, options.number("warm-up", 30));
        var runs = new ArrayList<Run>();
        for (int number = 1; number <= options.number("runs", 3); number++) {
            runs.add(measuring.run(kind, number, 1, options.number("seconds", 10)));
        }
        return runs;
    }
}
