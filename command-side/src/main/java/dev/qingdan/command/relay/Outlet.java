package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.events.CloudEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Kafka, from where the relay stands: a batch and the position after it are one transaction. */
final class Outlet implements AutoCloseable {

    private final TransactionalSender sender;
    private final RelayProperties names;
    private final String schemaBase;
    private RelayPosition position;

    private Outlet(
            TransactionalSender sender,
            RelayProperties names,
            String schemaBase,
            RelayPosition position) {
        this.sender = sender;
        this.names = names;
        this.schemaBase = schemaBase;
        this.position = position;
    }

    /** Only after the transaction of the one before has ended does the last position stand. */
    static Outlet open(Map<String, Object> connection, RelayProperties names, String schemaBase) {
        var sender = TransactionalSender.open(connection, names.transactionalId());
        boolean opened = false;
        try {
            var position = RelayPosition.read(connection, names.positionTopic());
            opened = true;
            return new Outlet(sender, names, schemaBase, position);
        } finally {
            if (!opened) {
                sender.close();
            }
        }
    }

    /** Up to where everything is in Kafka. */
    RelayPosition position() {
        return position;
    }

    /** The partitions end so, which a record of before did not say. */
    void goOnAfter(Map<TopicPartition, Long> ends) {
        position = new RelayPosition(position.position(), ends);
    }

    void send(List<Positioned> batch) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>(batch.size() + 1);
        var ends = new HashMap<>(position.ends());
        for (var event : batch) {
            var record = record(event);
            records.add(record);
            ends.put(new TopicPartition(record.topic(), record.partition()), event.position());
        }
        var after = new RelayPosition(batch.getLast().position(), ends);
        records.add(new ProducerRecord<>(names.positionTopic(), RelayPosition.KEY, after.write()));
        sender.send(records);
        position = after;
    }

    private ProducerRecord<String, byte[]> record(Positioned positioned) {
        var event = positioned.event();
        return CloudEvents.record(
                names.topicOf(event.type()),
                event.at(positioned.position()),
                event.payload(),
                schemaBase);
    }

    @Override
    public void close() {
        sender.close();
    }
}
