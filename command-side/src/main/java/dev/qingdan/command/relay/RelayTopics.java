package dev.qingdan.command.relay;

import static java.util.stream.Collectors.toMap;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.relay.RepublicationRefusal.NotEmpty;
import dev.qingdan.command.relay.RepublicationRefusal.OtherPartitions;
import dev.qingdan.events.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are missing, and refuses those that would tear aggregates apart. */
final class RelayTopics {

    private static final Optional<Short> BROKERS_DEFAULT = Optional.empty();
    private static final String FOR_EVER = "-1";
    private static final String ONE_MEBIBYTE = "1048576";

    private final Map<String, Object> connection;
    private final RelayProperties names;

    RelayTopics(Map<String, Object> connection, RelayProperties names) {
        this.connection = new HashMap<>(connection);
        this.connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        this.connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        this.names = names;
    }

    void ensure() {
        try (var admin = Admin.create(connection)) {
            var existing = answer(admin.listTopics().names());
            var missing = wanted().filter(topic -> !existing.contains(topic.name())).toList();
            var made = create(admin, missing);
            describeExcept(made, names.eventTopics(), admin)
                    .forEach(RelayTopics::requirePartitions);
        }
    }

    /** The relay's own position, as Kafka has it. */
    long relayPosition() {
        return RelayPosition.read(connection, names.positionTopic()).position();
    }

    /** Makes those of these topics that are missing, like the live ones, and wants all empty. */
    void requireEmpty(Collection<String> topics) {
        try (var admin = Admin.create(connection)) {
            var existing = answer(admin.listTopics().names());
            var made =
                    create(
                            admin,
                            topics.stream()
                                    .filter(topic -> !existing.contains(topic))
                                    .map(RelayTopics::eventTopic)
                                    .toList());
            for (var topic : describeExcept(made, topics, admin)) {
                requireEmpty(admin, topic);
            }
        }
    }

    /** A broker may not have heard yet of what was made just now; it is as it was asked for. */
    private static Collection<TopicDescription> describeExcept(
            Set<String> made, Collection<String> topics, Admin admin) {
        var others = topics.stream().filter(topic -> !made.contains(topic)).toList();
        return answer(admin.describeTopics(others).allTopicNames()).values();
    }

    private static void requireEmpty(Admin admin, TopicDescription topic) {
        int count = topic.partitions().size();
        if (count != Topic.PARTITIONS) {
            throw new CommandRefused(new OtherPartitions(topic.name(), count, Topic.PARTITIONS));
        }
        if (!offsets(admin, topic, OffsetSpec.earliest())
                .equals(offsets(admin, topic, OffsetSpec.latest()))) {
            throw new CommandRefused(new NotEmpty(topic.name()));
        }
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, TopicDescription topic, OffsetSpec spec) {
        var asked =
                topic.partitions().stream()
                        .map(it -> new TopicPartition(topic.name(), it.partition()))
                        .collect(toMap(Function.identity(), _ -> spec));
        var offsets = new HashMap<TopicPartition, Long>();
        answer(admin.listOffsets(asked).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static NewTopic eventTopic(String name) {
        return topic(name, Topic.PARTITIONS)
                .configs(
                        Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                FOR_EVER,
                                TopicConfig.RETENTION_BYTES_CONFIG,
                                FOR_EVER));
    }

    private Stream<NewTopic> wanted() {
        var events = names.eventTopics().stream().map(RelayTopics::eventTopic);
        var position =
                topic(names.positionTopic(), 1)
                        .configs(
                                Map.of(
                                        TopicConfig.CLEANUP_POLICY_CONFIG,
                                        TopicConfig.CLEANUP_POLICY_COMPACT,
                                        TopicConfig.SEGMENT_BYTES_CONFIG,
                                        ONE_MEBIBYTE));
        return Stream.concat(events, Stream.of(position));
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), BROKERS_DEFAULT);
    }

    /**
     * Two instances may start at once: whoever comes second finds the topic there.
     *
     * @return the names of those that were made here
     */
    private static Set<String> create(Admin admin, Collection<NewTopic> topics) {
        var made = new HashSet<String>();
        admin.createTopics(topics)
                .values()
                .forEach((name, creation) -> {
                    try {
                        creation.get();
                        made.add(name);
                    } catch (ExecutionException e) {
                        if (!(e.getCause() instanceof TopicExistsException)) {
                            throw unanswered(e);
                        }
                    } catch (InterruptedException e) {
                        throw interrupted(e);
                    }
                });
        return made;
    }

    private static void requirePartitions(TopicDescription topic) {
        int partitions = topic.partitions().size();
        if (partitions != Topic.PARTITIONS) {
            throw new RelayHalted(
                    "Topic %s has %d partitions and must have %d"
                            .formatted(topic.name(), partitions, Topic.PARTITIONS));
        }
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw unanswered(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static KafkaException unanswered(ExecutionException e) {
        return e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e);
    }

    private static InterruptException interrupted(InterruptedException e) {
        return new InterruptException(e);
    }
}
