package dev.qingdan.console.standin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Both sides, listening on free ports; either can be made silent. */
public final class StandIns implements AutoCloseable {

    @FunctionalInterface
    private interface Handler {
        void handle(Exchange exchange) throws IOException;
    }

    private volatile boolean commandAway;
    private volatile boolean queryAway;
    private final TeaShop shop = new TeaShop();
    private final CommandSide command = new CommandSide(shop);
    private final QuerySide query = new QuerySide(shop);
    private final HttpServer commandServer = serve(command::handle, () -> commandAway);
    private final HttpServer queryServer = serve(query::handle, () -> queryAway);

    public URI commandUrl() {
        return urlOf(commandServer);
    }

    public URI queryUrl() {
        return urlOf(queryServer);
    }

    /** Three events of product_view are dead letters again, whatever was done to them. */
    public synchronized void park() {
        query.projections.park();
    }

    /** What operators asked query-side to do, such as {@code order_view REPLACE}. */
    public synchronized List<String> done() {
        return List.copyOf(query.projections.done);
    }

    public void commandAway(boolean away) {
        commandAway = away;
    }

    public void queryAway(boolean away) {
        queryAway = away;
    }

    public synchronized List<String> keys() {
        return List.copyOf(command.keys);
    }

    /** An order that somebody just paid. */
    public synchronized String pay() {
        return (String) shop.place("PAID").get("number");
    }

    /** An order whose buyer asks for money back. */
    public synchronized String askForRefund() {
        return (String) shop.askForRefund().get("number");
    }

    private HttpServer serve(Handler handler, BooleanSupplier away) {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext(
                    "/",
                    http -> {
                        var exchange = new Exchange(http);
                        if (away.getAsBoolean()) {
                            exchange.away();
                            return;
                        }
                        synchronized (this) {
                            handler.handle(exchange);
                        }
                    });
            server.start();
            return server;
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    private static URI urlOf(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        commandServer.stop(0);
        queryServer.stop(0);
    }
}
