package dev.qingdan.infra.benchmark.load;

import dev.qingdan.infra.benchmark.stack.WholeStack;
import java.time.Duration;
import java.util.Map;

/**
 * How far views and topics are behind. One more order is placed, and waited for with its
 * Consistency-Token, as a client would; then the others' own figures have to be nought as well.
 */
record Lag(WholeStack stack, Shop shop) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** Until all of it is through, from now. */
    double seconds() throws InterruptedException {
        var start = System.nanoTime();
        var placed = shop.place(Shop.PRODUCTS);
        var token = placed.header("Consistency-Token").orElseThrow();
        awaitView("/api/v1/orders/" + placed.text("orderId"), token);
        awaitView("/api/v1/products/" + Shop.sku(Shop.PRODUCTS), token);
        while (behind() > 0) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                break;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return Math.round((System.nanoTime() - start) / 1e7) / 100.0;
    }

    private void awaitView(String path, String token) throws InterruptedException {
        var reply = shop.view(path, Map.of("Consistency-Token", token, "Prefer", "wait=10"));
        if (reply.status() != 200) {
            throw new IllegalStateException(path + ": " + reply.status() + " " + reply.text());
        }
    }

    /** Events that the relay has to send, and that projections have to read. */
    private long behind() throws InterruptedException {
        var relay = shop.operations(stack.addresses().command() + "/ops/relay").json();
        var projections = shop.operations(stack.addresses().query() + "/ops/projections").json();
        return relay.path("lag").asLong()
                + projections
                        .valueStream()
                        .mapToLong(projection -> projection.path("lag").asLong(1))
                        .sum();
    }
}
