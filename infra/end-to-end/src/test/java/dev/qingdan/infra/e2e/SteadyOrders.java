package dev.qingdan.infra.e2e;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Members who place orders at a steady rate, whatever happens to those who take them: who gets no
 * answer asks the other instance, under the same key.
 */
final class SteadyOrders implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Executor A_MOMENT_LATER = delayedExecutor(100, MILLISECONDS);

    /** Each keeps a socket; who comes when so many wait turns round at the door. */
    private static final int MOST_UNDER_WAY = 300;

    private final StreamStage stage;
    private final StageShop shop;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final Instant begun = Instant.now();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    SteadyOrders(StreamStage stage, StageShop shop, int ordersPerSecond) {
        this.stage = stage;
        this.shop = shop;
        long nanos = 1_000_000_000L / ordersPerSecond;
        var _ = pace.scheduleAtFixedRate(this::come, 0, nanos, NANOSECONDS);
    }

    /** Nobody new asks; who has asked gets an answer. */
    void end() {
        pace.shutdownNow();
        await().atMost(PATIENCE).until(() -> underWay.get() == 0);
    }

    int accepted() {
        return accepted.get();
    }

    /** Refused, or without an answer however often and whomever they asked. */
    int failed() {
        return failed.get();
    }

    private void come() {
        if (underWay.get() >= MOST_UNDER_WAY) {
            turnedAway.incrementAndGet();
            return;
        }
        underWay.incrementAndGet();
        int number = asked.incrementAndGet();
        var attempt = new Attempt(number, UUID.randomUUID().toString(), Instant.now());
        var _ =
                ask(attempt)
                        .whenComplete((status, _) -> {
                            boolean done = status != null && status == 201;
                            (done ? accepted : failed).incrementAndGet();
                            underWay.decrementAndGet();
                        });
    }

    private CompletableFuture<Integer> ask(Attempt attempt) {
        return http.sendAsync(request(attempt), BodyHandlers.ofString())
                .handle((reply, _) -> reply)
                .thenCompose(reply ->
                        mayComeRight(reply) && attempt.isPatient()
                                ? completedFuture(attempt.next())
                                        .thenComposeAsync(this::ask, A_MOMENT_LATER)
                                : completedFuture(reply == null ? 0 : reply.statusCode()));
    }

    /** Nobody was there, or whoever was could not know yet. */
    private static boolean mayComeRight(@Nullable HttpResponse<String> reply) {
        return reply == null
                || reply.statusCode() >= 500
                || reply.body().contains("idempotency.in-progress");
    }

    private HttpRequest request(Attempt attempt) {
        var instances = stage.instances();
        var to = instances.get(attempt.turn() % instances.size());
        return HttpRequest.newBuilder(URI.create(to.url() + "/api/v1/orders"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + shop.tokenOf(attempt.number()))
                .header("Idempotency-Key", attempt.key())
                .POST(BodyPublishers.ofString(shop.order(attempt.number())))
                .build();
    }

    /** One order, and how often it was asked for already. */
    private record Attempt(int number, String key, Instant begun, int turn) {

        Attempt(int number, String key, Instant begun) {
            this(number, key, begun, number);
        }

        Attempt next() {
            return new Attempt(number, key, begun, turn + 1);
        }

        boolean isPatient() {
            return Instant.now().isBefore(begun.plus(PATIENCE));
        }
    }

    @Override
    public String toString() {
        return "%d orders accepted in %d s, %d failed, %d turned away"
                .formatted(
                        accepted.get(),
                        Duration.between(begun, Instant.now()).toSeconds(),
                        failed.get(),
                        turnedAway.get());
    }

    @Override
    public void close() {
        pace.shutdownNow();
        http.shutdownNow();
    }
}
