package dev.qingdan.infra.benchmark.load;

import dev.qingdan.infra.benchmark.Options;
import dev.qingdan.infra.benchmark.Workload;
import dev.qingdan.infra.benchmark.report.Page;
import dev.qingdan.infra.benchmark.stack.WholeStack;
import dev.qingdan.infra.stack.ProjectFolder;
import java.util.ArrayList;
import tools.jackson.databind.json.JsonMapper;

/**
 * Places orders until the store has so many, and measures W1 each time. They come in over HTTP, as
 * members would send them: so everything grows that an order leaves behind, in store and views.
 */
public final class GrowthWorkload implements Workload {

    private static final String SIZES = "10000,100000,1000000";
    private static final int LONGEST_FILL = 120;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String usage() {
        return """
          --sizes A,B       orders in the store (default 10000,100000,1000000)
          --seconds N       of each run (default 10)
          --warm-up N       seconds before the first run (default 30)
          --runs N          at each size (default 3)
          --connections N   default 64
          --page FILE       where the table goes (default infra/docs/benchmark.md; none: nowhere)
        """;
    }

    @Override
    public void run(Options options) throws InterruptedException {
        var folder = ProjectFolder.find().resolve("infra/benchmark/target/growth");
        try (var stack = new WholeStack(folder.resolve("data"), false, "--fresh");
                var shop = new Shop(stack)) {
            var connections = options.number("connections", 64);
            var wrk = Wrk.in(folder, stack.addresses().command(), connections);
            shop.describe(wrk.shop());
            var measuring = new Measuring(stack, shop, wrk);
            wrk.run(Kind.W1, 1, options.number("warm-up", 30));
            var sizes = new ArrayList<Grown>();
            for (var size : options.text("sizes", SIZES).split(",")) {
                fill(Long.parseLong(size), stack, shop, wrk);
                var orders = new Books(stack).orders();
                var runs = new ArrayList<Run>();
                for (int number = 1; number <= options.number("runs", 3); number++) {
                    runs.add(measuring.run(Kind.W1, number, 1, options.number("seconds", 10)));
                }
                sizes.add(new Grown(orders, runs));
                IO.println(JsonMapper.shared().writeValueAsString(sizes.getLast()));
            }
            var table = Grown.table(sizes);
            IO.println(table);
            Page.at(options).put(name(), table);
        }
    }

    /** In pieces, so that relay and projections are never far behind. */
    private static void fill(long size, WholeStack stack, Shop shop, Wrk wrk)
            throws InterruptedException {
        var books = new Books(stack);
        double rate = 500;
        for (var missing = size - books.orders(); missing > 0; missing = size - books.orders()) {
            var seconds = (int) Math.clamp(Math.ceil(missing / rate), 1, LONGEST_FILL);
            var load = wrk.run(Kind.W1, 1, seconds);
            rate = Math.max(1, load.requests() / load.seconds());
            new Lag(stack, shop).seconds();
        }
    }
}
