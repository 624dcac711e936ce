package dev.qingdan.infra.wechat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator behaves.
 *
 * @param notifyAfter the pause before each delivery of a notification; WeChat's own are far longer
 * @param refundTakes how long a refund is PROCESSING
 * @param wrongSignatureEvery before each such delivery one with a wrong signature, as WeChat does
 *     to see whether the merchant looks; 0 for never
 * @param data where payments, refunds and untaken notifications outlive the process, if anywhere
 */
public record SimulatorSettings(
        List<Duration> notifyAfter,
        Duration refundTakes,
        int wrongSignatureEvery,
        @Nullable Path data) {

    /** Quick, and without surprises: for tests. */
    public static final SimulatorSettings FOR_TESTS =
            new SimulatorSettings(
                    seconds("0,0.2,0.5,1,1,2,2,5,5,10"), Duration.ofMillis(50), 0, null);

    /** As on a busy day, for the local stack: nothing is given up while somebody restarts it. */
    static final SimulatorSettings FOR_THE_LOCAL_STACK =
            new SimulatorSettings(
                    seconds("0.05,1,2,3,5,5,10,10,15,15,30,30,60,60,120,300,600,1800,3600"),
                    Duration.ofMillis(800),
                    50,
                    null);

    public SimulatorSettings withNotifyAfter(List<Duration> pauses) {
        return new SimulatorSettings(pauses, refundTakes, wrongSignatureEvery, data);
    }

    public SimulatorSettings withRefundTakes(Duration time) {
        return new SimulatorSettings(notifyAfter, time, wrongSignatureEvery, data);
    }

    public SimulatorSettings withWrongSignatureEvery(int deliveries) {
        return new SimulatorSettings(notifyAfter, refundTakes, deliveries, data);
    }

    public SimulatorSettings withData(Path file) {
        return new SimulatorSettings(notifyAfter, refundTakes, wrongSignatureEvery, file);
    }

    static List<Duration> seconds(String commaSeparated) {
        return Stream.of(commaSeparated.split(","))
                .map(it -> Duration.ofMillis(Math.round(Double.parseDouble(it) * 1_000)))
                .toList();
    }
}
