package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventIndex;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The way to a Kafka that is reached by the configured connection. */
record KafkaWay(
        Map<String, Object> connection,
        RelayProperties names,
        String schemaBase,
        EventIndex index,
        Republications republications)
        implements Relay.Way {

    @Override
    public Outlet open() {
        new RelayTopics(connection, names).ensure();
        return Outlet.open(connection, names, schemaBase);
    }

    @Override
    public Map<TopicPartition, Long> requireOneStory(RelayPosition position) {
        if (republications.isRunningInto(names.eventTopics())) {
            throw new RelayHalted("A lost topic is being restored; the relay goes on afterwards.");
        }
        var ends = TopicEnds.read(connection, names.eventTopics());
        new Reconciliation(index, names, position, ends).require();
        return ends.positions();
    }

    Copy copy(Target target) {
        return Copy.open(connection, names, target, schemaBase);
    }
}
