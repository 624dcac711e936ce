package dev.qingdan.infra.wechat.pay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Brings each notification again and again, by a schedule, until the merchant takes it. */
public final class Courier implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int UNREACHABLE = 0;

    private final Ledger ledger;
    private final NotificationForge forge;
    private final List<Duration> schedule;
    private final int testEvery;
    private final AtomicLong sent = new AtomicLong();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final ExecutorService rounds = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param testEvery before each such delivery a wrong signature is sent on purpose; 0 for never
     */
    public Courier(Ledger ledger, NotificationForge forge, List<Duration> schedule, int testEvery) {
        this.ledger = ledger;
        this.forge = forge;
        this.schedule = schedule;
        this.testEvery = testEvery;
    }

    /** Takes up what a former life of this process still had to bring. */
    public void resume() {
        ledger.notifications().stream().filter(it -> !it.taken()).forEach(this::startRound);
    }

    void bring(Notification notification) {
        ledger.keep(notification);
        startRound(notification);
    }

    private void startRound(Notification notification) {
        var _ = rounds.submit(() -> round(notification));
    }

    private void round(Notification notification) {
        try {
            var current = notification;
            for (var pause : schedule) {
                Thread.sleep(pause);
                if (testEvery > 0 && sent.incrementAndGet() % testEvery == 0) {
                    send(forge.sign(current, Spoil.SIGNATURE_TEST));
                }
                current = current.answered(send(forge.sign(current, Spoil.NOTHING)));
                ledger.keep(current);
                if (current.taken()) {
                    return;
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends it once and gives the HTTP status back, or 0 when nobody answered. */
    public int send(SignedNotification notification) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(notification.url()))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(notification.body()));
        notification.headers().forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException nobodyThere) {
            return UNREACHABLE;
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        http.shutdownNow();
    }
}
