package dev.qingdan.command.relay;

import static java.util.stream.Collectors.toMap;

import dev.qingdan.command.platform.store.EventIndex;
import dev.qingdan.command.platform.store.EventIndex.Place;
import dev.qingdan.command.relay.TopicEnds.End;
import dev.qingdan.events.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * Before the relay goes on, its position, the store and the topics have to tell one story. A backup
 * that was restored or a topic that was deleted would otherwise lose events or repeat them, and
 * nobody would know.
 *
 * <p>Each partition must end with what was sent to it last. Where the position does not say what
 * that was, the store's last events do, as far back as we look.
 */
final class Reconciliation {

    private static final int LAST_EVENTS = 2_000;

    private final EventIndex index;
    private final RelayProperties names;
    private final RelayPosition sent;
    private final long position;
    private final TopicEnds ends;

    Reconciliation(EventIndex index, RelayProperties names, RelayPosition sent, TopicEnds ends) {
        this.index = index;
        this.names = names;
        this.sent = sent;
        this.position = sent.position();
        this.ends = ends;
    }

    /**
     * @throws RelayHalted saying what contradicts what, and what an operator can do
     */
    void require() {
        requireStore();
        ends.ends().forEach(this::requireSent);
        (sent.ends().isEmpty() ? asStored() : sent.ends()).forEach(this::requireThere);
        requireOneHistory();
    }

    private void requireStore() {
        long head = index.head();
        if (position > head) {
            throw new RelayHalted(
                    """
                    Kafka has events up to position %d, the store only up to %d: the store was set \
                    back. Restore a backup that has them; new events would take positions that \
                    readers know already.\
                    """
                            .formatted(position, head));
        }
    }

    private void requireSent(End end) {
        long last = end.event().position();
        if (last > position) {
            throw new RelayHalted(
                    """
                    %s ends with position %d, but the relay knows only of %d: going on would send \
                    events twice. If the topics are right, write the record position=%d to %s.\
                    """
                            .formatted(
                                    end.partition(),
                                    last,
                                    position,
                                    ends.position().orElse(position),
                                    names.positionTopic()));
        }
    }

    private Map<TopicPartition, Long> asStored() {
        var last = new HashMap<TopicPartition, Long>();
        for (var topic : names.topics()) {
            index.upTo(topic, position, LAST_EVENTS)
                    .forEach(place -> last.merge(partitionOf(place), place.position(), Math::max));
        }
        return last;
    }

    private TopicPartition partitionOf(Place place) {
        return new TopicPartition(
                names.topicName(place.stream().type().topic()),
                Topic.partitionOf(place.stream().id()));
    }

    private void requireThere(TopicPartition partition, long expected) {
        long last = ends.of(partition).map(end -> end.event().position()).orElse(0L);
        if (last < expected) {
            throw new RelayHalted(
                    """
                    %s ends with position %d, but %d was sent to it: events were lost there. \
                    %s\
                    """
                            .formatted(partition, last, expected, remedy(partition.topic())));
        }
    }

    private void requireOneHistory() {
        var stored =
                index.at(ends.ends().stream().map(end -> end.event().position()).toList()).stream()
                        .collect(toMap(Place::position, Function.identity()));
        for (var end : ends.ends()) {
            var place = stored.get(end.event().position());
            if (place == null || !place.id().equals(UUID.fromString(end.event().id()))) {
                throw new RelayHalted(
                        """
                        Position %d is event %s in %s and %s in the store: they do not tell one \
                        history. Restore the store that these topics came from.\
                        """
                                .formatted(
                                        end.event().position(),
                                        end.event().id(),
                                        end.partition(),
                                        place == null ? "none" : "event " + place.id()));
            }
        }
    }

    private static String remedy(String topic) {
        return """
        Delete the topic if anything is left of it, and restore it from the store: POST \
        /ops/relay/republications {"topic":"%s"}.\
        """
                .formatted(topic);
    }
}
