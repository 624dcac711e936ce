package dev.qingdan.command.relay;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.EventType;
import dev.qingdan.events.Topic;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which events are republished, and to where each of them goes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
sealed interface Target {

    boolean wants(StreamId stream);

    String topicOf(String eventType);

    List<String> topics();

    /** All of one kind of aggregate's events, or of all kinds, into one topic. */
    record OneTopic(@Nullable AggregateType aggregateType, String topic) implements Target {

        @Override
        public boolean wants(StreamId stream) {
            return aggregateType == null || aggregateType == stream.type();
        }

        @Override
        public String topicOf(String eventType) {
            return topic;
        }

        @Override
        public List<String> topics() {
            return List.of(topic);
        }
    }

    /** Into topics that are named like the live ones after a prefix. */
    record SameTopics(@Nullable AggregateType aggregateType, String prefix) implements Target {

        @Override
        public boolean wants(StreamId stream) {
            return aggregateType == null || aggregateType == stream.type();
        }

        @Override
        public String topicOf(String eventType) {
            return prefix + EventType.named(eventType).orElseThrow().topic().topicName();
        }

        @Override
        public List<String> topics() {
            return Arrays.stream(Topic.values())
                    .filter(topic -> aggregateType == null || aggregateType.topic() == topic)
                    .map(topic -> prefix + topic.topicName())
                    .toList();
        }
    }

    /** A live topic that was lost gets back what the relay had sent to it. */
    record LostTopic(Topic family, String topic) implements Target {

        @Override
        public boolean wants(StreamId stream) {
            return stream.type().topic() == family;
        }

        @Override
        public String topicOf(String eventType) {
            return topic;
        }

        @Override
        public List<String> topics() {
            return List.of(topic);
        }
    }
}
