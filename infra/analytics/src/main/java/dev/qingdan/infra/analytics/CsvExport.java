package dev.qingdan.infra.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The events of one topic whose {@code ce_time} lies in a stretch of time, a row each, as they
 * come. A row has what every event has, and its own fields as JSON in the last column.
 */
record CsvExport(String topic, Instant from, Instant to) {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final List<String> HEADERS =
            List.of(
                    "ce_position",
                    "ce_id",
                    "ce_type",
                    "ce_time",
                    "ce_subject",
                    "ce_sequence",
                    "ce_correlationid");
    private static final String TITLES =
            "position,id,type,time,subject,sequence,correlationid,data\n";

    /** How many events were written. */
    long write(Consumer<?, byte[]> consumer, Writer csv) throws IOException {
        csv.write(TITLES);
        var ends = seek(consumer);
        long rows = 0;
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                if (isIn(record)) {
                    csv.write(row(record));
                    rows++;
                }
            }
        }
        return rows;
    }

    /** Goes to where the stretch begins in each partition, and says where it ends at the latest. */
    private Map<TopicPartition, Long> seek(Consumer<?, byte[]> consumer) {
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        consumer.offsetsForTimes(at(partitions, from))
                .forEach((partition, found) ->
                        consumer.seek(
                                partition,
                                found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
        return ends;
    }

    private static Map<TopicPartition, Long> at(List<TopicPartition> partitions, Instant moment) {
        return partitions.stream().collect(toMap(it -> it, _ -> moment.toEpochMilli()));
    }

    private boolean isIn(ConsumerRecord<?, byte[]> record) {
        var time = Instant.parse(CloudEvent.header(record.headers(), "ce_time"));
        return !time.isBefore(from) && time.isBefore(to);
    }

    private static String row(ConsumerRecord<?, byte[]> record) {
        var headers = HEADERS.stream().map(name -> CloudEvent.header(record.headers(), name));
        return Stream.concat(headers, Stream.of(new String(record.value(), UTF_8)))
                        .map(CsvExport::cell)
                        .collect(joining(","))
                + "\n";
    }

    /** RFC 4180: quoted where it has to be. */
    private static String cell(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
