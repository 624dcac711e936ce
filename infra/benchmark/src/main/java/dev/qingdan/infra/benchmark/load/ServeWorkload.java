package dev.qingdan.infra.benchmark.load;

import com.sun.net.httpserver.HttpServer;
import dev.qingdan.infra.benchmark.Options;
import dev.qingdan.infra.benchmark.Workload;
import dev.qingdan.infra.benchmark.stack.WholeStack;
import dev.qingdan.infra.stack.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** Measures nothing: a stack, filled for somebody else's load, until it is told to end. */
public final class ServeWorkload implements Workload {

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String usage() {
        return """
          --door N          a port that answers 200 once the load may come (default 25069)
          --stock N         pieces of product 1, at most a million (default 1000000)
        """;
    }

    @Override
    public void run(Options options) throws InterruptedException {
        var folder = ProjectFolder.find().resolve("infra/benchmark/target/serve");
        try (var stack = new WholeStack(folder.resolve("data"), false, "--fresh");
                var shop = new Shop(stack, options.number("stock", Shop.MOST_PIECES_AT_ONCE))) {
            shop.describe(folder.resolve("shop"));
            open(options.number("door", 25_069));
            new CountDownLatch(1).await();
        }
    }

    private static void open(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var door = HttpServer.create(address, 0);
            door.createContext(
                    "/",
                    call -> {
                        call.sendResponseHeaders(200, -1);
                        call.close();
                    });
            door.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be opened", e);
        }
    }
}
