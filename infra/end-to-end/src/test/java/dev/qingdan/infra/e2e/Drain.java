package dev.qingdan.infra.e2e;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * How the relay catches up once the broker is back.
 *
 * @param waiting events that were not in Kafka yet when it was back
 * @param first of them, those that were when the relay first reported again
 * @param millisToFirst how long that took
 * @param millisToLast how long the rest took from then on
 */
record Drain(long waiting, long first, long millisToFirst, long millisToLast) {

    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);

    static Drain of(StreamStage stage) throws SQLException {
        long from = stage.position();
        stage.startKafka();
        var back = Instant.now();
        long upTo = stage.head();
        awaitPosition(stage, from + 1);
        var begun = Instant.now();
        long first = Math.min(stage.position(), upTo);
        awaitPosition(stage, upTo);
        return new Drain(
                upTo - from,
                first - from,
                Duration.between(back, begun).toMillis(),
                Duration.between(begun, Instant.now()).toMillis());
    }

    @Override
    public String toString() {
        return "%d events waited, %d were out after %d ms, the rest %d ms later (%d/s)"
                .formatted(
                        waiting,
                        first,
                        millisToFirst,
                        millisToLast,
                        (waiting - first) * 1_000 / Math.max(1, millisToLast));
    }

    private static void awaitPosition(StreamStage stage, long position) {
        await().atMost(AT_MOST).pollInterval(LOOK).until(() -> stage.position() >= position);
    }
}
