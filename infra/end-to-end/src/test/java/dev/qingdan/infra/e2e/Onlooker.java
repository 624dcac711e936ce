package dev.qingdan.infra.e2e;

import dev.qingdan.infra.traffic.api.Addresses;
import dev.qingdan.infra.traffic.api.Api;
import dev.qingdan.infra.traffic.api.NoAnswer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at an order of its own again and again, and remembers each time it was not there. */
final class Onlooker implements AutoCloseable {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration NO_SECOND_TRY = Duration.ZERO;

    private final MiniProgram mini;
    private final String orderId;
    private final AtomicLong answers = new AtomicLong();
    private final List<String> disappointments = new CopyOnWriteArrayList<>();
    private final Thread looking;

    Onlooker(Addresses to) throws InterruptedException {
        mini = new MiniProgram(to, "o-onlooker", new Api(PATIENT, NO_SECOND_TRY));
        var placed = mini.order(mini.anyProduct(), 1);
        orderId = placed.text("orderId");
        mini.order(orderId, placed.header("Consistency-Token").orElseThrow());
        looking = Thread.startVirtualThread(this::look);
    }

    long answers() {
        return answers.get();
    }

    List<String> disappointments() {
        return List.copyOf(disappointments);
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var order = mini.order(orderId, null);
                if (order.path("orderId").asString("").equals(orderId)) {
                    answers.incrementAndGet();
                } else {
                    disappointments.add(order.toString());
                }
            }
        } catch (NoAnswer nobodyThere) {
            disappointments.add(nobodyThere.toString());
        } catch (InterruptedException enoughSeen) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        looking.interrupt();
        mini.close();
    }
}
