package dev.qingdan.infra.benchmark.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * How many of a recording's samples each layer has: that of the innermost frame that is not the
 * JDK's.
 */
public record Profile(Map<Layer, Long> samples) {

    private static final String SAMPLE = "jdk.ExecutionSample";

    static Profile of(Path recording) {
        var samples = new EnumMap<Layer, Long>(Layer.class);
        try (var events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (event.getEventType().getName().equals(SAMPLE)) {
                    samples.merge(layer(event), 1L, Long::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + recording, e);
        }
        return new Profile(samples);
    }

    private static Layer layer(RecordedEvent sample) {
        if (sample.getStackTrace() == null) {
            return Layer.JDK;
        }
        return sample.getStackTrace().getFrames().stream()
                .filter(RecordedFrame::isJavaFrame)
                .map(frame -> frame.getMethod().getType().getName())
                .map(Layer::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Layer.JDK);
    }

    /** In per cent of all samples. */
    double share(Layer layer) {
        var all = samples.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? 0 : 100.0 * samples.getOrDefault(layer, 0L) / all;
    }

    /** A row for each layer, a column for each process. */
    public static String table(Profile commandSide, Profile querySide) {
        var text =
                new StringBuilder(
                        """
                        | samples in | command-side % | query-side % |
                        |---|---|---|
                        """);
        for (Layer layer : Layer.values()) {
            text.append(
                    "| %s | %.1f | %.1f |%n"
                            .formatted(
                                    layer.text(),
                                    commandSide.share(layer),
                                    querySide.share(layer)));
        }
        return text.toString();
    }
}
