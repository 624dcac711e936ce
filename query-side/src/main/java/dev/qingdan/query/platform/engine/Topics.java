package dev.qingdan.query.platform.engine;

import dev.qingdan.events.ConsistencyToken.Place;
import dev.qingdan.events.Topic;
import dev.qingdan.query.platform.projection.Projection;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The names of the topics in the broker: a prefix lets several stacks share one. */
@Component
class Topics {

    private final String prefix;
    private final Map<String, Topic> byName;

    Topics(@Value("${qingdan.kafka.topic-prefix:}") String prefix) {
        this.prefix = prefix;
        byName = Arrays.stream(Topic.values()).collect(Collectors.toMap(this::name, t -> t));
    }

    String name(Topic topic) {
        return prefix + topic.topicName();
    }

    String[] names(Projection projection) {
        return projection.topics().stream().map(this::name).toArray(String[]::new);
    }

    /** A consumer group of ours; another stack on the same broker has others. */
    String group(String generation) {
        return prefix + "query." + generation;
    }

    TopicPartition partition(String plainTopic, int partition) {
        return new TopicPartition(prefix + plainTopic, partition);
    }

    /** The topic's name without the prefix, as the database keeps it and operators read it. */
    String plain(TopicPartition partition) {
        return partition.topic().substring(prefix.length());
    }

    Place place(TopicPartition partition) {
        var topic = byName.get(partition.topic());
        if (topic == null) {
            throw new IllegalArgumentException("Not a topic of ours: " + partition.topic());
        }
        return new Place(topic, partition.partition());
    }
}
