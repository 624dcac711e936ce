package dev.qingdan.command.relay;

import dev.qingdan.events.EventType;
import dev.qingdan.events.Topic;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param topicPrefix put before every topic's name, so that several installations can share a
 *     broker
 */
@ConfigurationProperties("qingdan.kafka")
record RelayProperties(@DefaultValue("") String topicPrefix) {

    String topicOf(String eventType) {
        return topicName(EventType.named(eventType).orElseThrow().topic());
    }

    List<Topic> topics() {
        return List.of(Topic.values());
    }

    List<String> eventTopics() {
        return topics().stream().map(this::topicName).toList();
    }

    /** Where the relay keeps its position: one partition, compacted. */
    String positionTopic() {
        return topicPrefix + "shop.relay-position.v1";
    }

    /** The fixed name under which Kafka fences a relay that another one has replaced. */
    String transactionalId() {
        return topicPrefix + "qingdan-relay";
    }

    /** Likewise for the one republication that runs. */
    String republicationId() {
        return topicPrefix + "qingdan-republication";
    }

    String topicName(Topic topic) {
        return topicPrefix + topic.topicName();
    }
}
