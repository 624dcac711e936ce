package dev.qingdan.infra.benchmark.load;

import dev.qingdan.infra.benchmark.Options;
import dev.qingdan.infra.benchmark.Workload;
import dev.qingdan.infra.benchmark.profile.Profile;
import dev.qingdan.infra.benchmark.profile.Recording;
import dev.qingdan.infra.benchmark.report.Page;
import dev.qingdan.infra.benchmark.stack.Part;
import dev.qingdan.infra.benchmark.stack.WholeStack;
import dev.qingdan.infra.stack.ProjectFolder;
import java.nio.file.Path;

/** Where the time of an order goes: W1 once more, while Flight Recorder takes samples. */
public final class ProfileWorkload implements Workload {

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public String usage() {
        return """
          --seconds N       that are recorded (default 20)
          --warm-up N       seconds before (default 60)
          --connections N   default 64
          --page FILE       where the table goes (default infra/docs/benchmark.md; none: nowhere)
        """;
    }

    @Override
    public void run(Options options) throws InterruptedException {
        var folder = ProjectFolder.find().resolve("infra/benchmark/target/profile");
        try (var stack = new WholeStack(folder.resolve("data"), false, "--fresh");
                var shop = new Shop(stack)) {
            var connections = options.number("connections", 64);
            var wrk = Wrk.in(folder, stack.addresses().command(), connections);
            shop.describe(wrk.shop());
            var measuring = new Measuring(stack, shop, wrk);
            measuring.warmUp(Kind.W1, options.number("warm-up", 60));
            var ofCommand = recording(stack, Part.COMMAND_SIDE, folder);
            var ofQuery = recording(stack, Part.QUERY_SIDE, folder);
            measuring.run(Kind.W1, 1, 1, options.number("seconds", 20));
            var table = Profile.table(ofCommand.stop(), ofQuery.stop());
            IO.println(table);
            Page.at(options).put(name(), table);
        }
    }

    /** The file stays, for whoever wants to look closer. */
    private static Recording recording(WholeStack stack, Part part, Path folder)
            throws InterruptedException {
        return Recording.start(stack.pid(part), folder.resolve(part.label() + ".jfr"));
    }
}
