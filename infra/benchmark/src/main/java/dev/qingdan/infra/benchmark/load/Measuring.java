package dev.qingdan.infra.benchmark.load;

import dev.qingdan.infra.benchmark.load.Books.Sold;
import dev.qingdan.infra.benchmark.stack.WholeStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** One run after another, each with what it cost. */
final class Measuring {

    /** More than it takes to sell what is there. */
    private static final int SECONDS_TO_SELL_OUT = 30;

    private final WholeStack stack;
    private final Shop shop;
    private final Wrk wrk;
    private final List<Sold> proofs = new ArrayList<>();

    Measuring(WholeStack stack, Shop shop, Wrk wrk) {
        this.stack = stack;
        this.shop = shop;
        this.wrk = wrk;
    }

    void warmUp(Kind kind, int seconds) throws InterruptedException {
        if (kind == Kind.W3) {
            wrk.ids(new Books(stack).lastOrders());
        }
        wrk.run(kind, 1, seconds);
    }

    /** What relay and projections still do after the load has ended is its cost as well. */
    Run run(Kind kind, int number, int product, int seconds) throws InterruptedException {
        checkpoint();
        var before = stack.cpu();
        var load = wrk.run(kind, product, seconds);
        var memory = stack.memory();
        var lag = kind.writes() ? new Lag(stack, shop).seconds() : 0;
        var run = Run.of(kind, number, load, stack.cpu().since(before), memory, lag);
        print(run);
        return run;
    }

    /** No run pays for the pages that the one before it has changed; the peers' driver does so. */
    private void checkpoint() {
        try (var connection = DriverManager.getConnection(stack.database("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL could not be asked for a checkpoint", e);
        }
    }

    /**
     * @throws IllegalStateException where one piece more or less was sold than there was
     */
    Run sellOut(int product, int pieces) throws InterruptedException {
        shop.offer(product, pieces);
        var run = run(Kind.W4, 1, product, SECONDS_TO_SELL_OUT);
        var sold = new Books(stack).sold(shop, product, run.load().placed());
        print(sold);
        if (!sold.adds() || sold.available() > 0) {
            throw new IllegalStateException("Not sold out to the piece: " + sold);
        }
        proofs.add(sold);
        return run;
    }

    /** What was sold out, and adds up. */
    List<Sold> proofs() {
        return proofs;
    }

    private static void print(Record measured) {
        IO.println(JsonMapper.shared().writeValueAsString(measured));
    }
}
