package dev.qingdan.command.relay;

import dev.qingdan.command.platform.Refusal;
import java.util.UUID;

/** Why topics are not rebuilt as asked. */
sealed interface RepublicationRefusal extends Refusal {

    record NotFound(UUID republicationId) implements RepublicationRefusal {}

    record Finished(UUID republicationId) implements RepublicationRefusal {}

    record LiveTopic(String topic) implements RepublicationRefusal {}

    record NotEmpty(String topic) implements RepublicationRefusal {}

    record OtherPartitions(String topic, int partitions, int needed)
            implements RepublicationRefusal {}

    record UnderWay(String topic) implements RepublicationRefusal {}

    record KafkaAway() implements RepublicationRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case NotFound _ -> "republication.not-found";
            case Finished _ -> "republication.finished";
            case LiveTopic _ -> "republication.live-topic";
            case NotEmpty _ -> "republication.topic-not-empty";
            case OtherPartitions _ -> "republication.other-partitions";
            case UnderWay _ -> "republication.under-way";
            case KafkaAway _ -> "kafka.unavailable";
        };
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case NotFound _ -> Kind.NOT_FOUND;
            case KafkaAway _ -> Kind.UNAVAILABLE;
            case Finished _, LiveTopic _, NotEmpty _, OtherPartitions _, UnderWay _ ->
                    Kind.CONFLICT;
        };
    }

    @Override
    default String detail() {
        return switch (this) {
            case NotFound _ -> "There is no such republication.";
            case Finished _ -> "It has ended already.";
            case LiveTopic _ ->
                    "A live topic is only restored while the relay has halted because it is lost.";
            case NotEmpty _ -> "The topic has records; events would be in it twice or mixed.";
            case OtherPartitions _ -> "The topic exists with another number of partitions.";
            case UnderWay _ -> "Another republication into this topic has not ended.";
            case KafkaAway _ -> "Kafka does not answer.";
        };
    }
}
