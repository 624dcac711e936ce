package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.events.CloudEvents;
import java.util.List;
import java.util.Map;

/**
 * Topics that are filled from the store once more, with the same keys, headers and bytes as the
 * live ones. They need no position beside them: batches are whole and in order, so the highest
 * position that is there tells how far it is.
 */
final class Copy implements AutoCloseable {

    private final TransactionalSender sender;
    private final Target target;
    private final String schemaBase;
    private final long position;

    private Copy(TransactionalSender sender, Target target, String schemaBase, long position) {
        this.sender = sender;
        this.target = target;
        this.schemaBase = schemaBase;
        this.position = position;
    }

    static Copy open(
            Map<String, Object> connection,
            RelayProperties names,
            Target target,
            String schemaBase) {
        var sender = TransactionalSender.open(connection, names.republicationId());
        boolean opened = false;
        try {
            long position = TopicEnds.read(connection, target.topics()).position().orElse(0);
            opened = true;
            return new Copy(sender, target, schemaBase, position);
        } finally {
            if (!opened) {
                sender.close();
            }
        }
    }

    /** Of the last event that is there when it begins; 0 where there is none. */
    long position() {
        return position;
    }

    void send(List<Positioned> batch) {
        var records =
                batch.stream()
                        .filter(event -> target.wants(event.event().stream()))
                        .map(event ->
                                CloudEvents.record(
                                        target.topicOf(event.event().type()),
                                        event.event().at(event.position()),
                                        event.event().payload(),
                                        schemaBase))
                        .toList();
        if (!records.isEmpty()) {
            sender.send(records);
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
