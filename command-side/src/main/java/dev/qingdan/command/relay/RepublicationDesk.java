package dev.qingdan.command.relay;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.store.EventIndex;
import dev.qingdan.command.relay.RepublicationRefusal.Finished;
import dev.qingdan.command.relay.RepublicationRefusal.KafkaAway;
import dev.qingdan.command.relay.RepublicationRefusal.LiveTopic;
import dev.qingdan.command.relay.RepublicationRefusal.NotFound;
import dev.qingdan.command.relay.RepublicationRefusal.UnderWay;
import dev.qingdan.command.relay.Target.LostTopic;
import dev.qingdan.command.relay.Target.OneTopic;
import dev.qingdan.command.relay.Target.SameTopics;
import dev.qingdan.events.AggregateType;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Where operators ask for topics to be rebuilt. */
@Service
class RepublicationDesk {

    private static final Logger log = LoggerFactory.getLogger(RepublicationDesk.class);

    private final Republications republications;
    private final RelayDesk relay;
    private final RelayTopics topics;
    private final RelayProperties names;
    private final EventIndex index;
    private final Ids ids;

    RepublicationDesk(
            Republications republications,
            RelayDesk relay,
            RelayTopics topics,
            RelayProperties names,
            EventIndex index,
            Ids ids) {
        this.republications = republications;
        this.relay = relay;
        this.topics = topics;
        this.names = names;
        this.index = index;
        this.ids = ids;
    }

    /** Everything is checked, and the topics are there, before the request counts. */
    UUID ask(Target target) {
        for (var topic : target.topics()) {
            if (names.eventTopics().contains(topic) || topic.equals(names.positionTopic())) {
                throw new CommandRefused(new LiveTopic(topic));
            }
        }
        return accept(target, index.head());
    }

    /** Exactly what the relay had sent; it goes on by itself as soon as that is back. */
    UUID restore(LostTopic lost) {
        var status = relay.status();
        if (status.state() != RelayState.HALTED) {
            throw new CommandRefused(new LiveTopic(lost.topic()));
        }
        return accept(lost, sentPosition());
    }

    private UUID accept(Target target, long upTo) {
        if (republications.isRunningInto(target.topics())) {
            throw new CommandRefused(new UnderWay(String.join(", ", target.topics())));
        }
        try {
            topics.requireEmpty(target.topics());
        } catch (KafkaException e) {
            throw away(e);
        }
        var id = ids.get();
        republications.add(id, target, typeOf(target), upTo);
        return id;
    }

    /** The relay's own position in Kafka; what it last reported may be less. */
    private long sentPosition() {
        try {
            return topics.relayPosition();
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    private static CommandRefused away(KafkaException why) {
        log.warn("A republication was refused, since Kafka gave no answer", why);
        return new CommandRefused(new KafkaAway());
    }

    Republication find(UUID id) {
        return republications.find(id).orElseThrow(() -> new CommandRefused(new NotFound(id)));
    }

    Republication cancel(UUID id) {
        find(id);
        if (!republications.end(id, Republication.State.CANCELLED)) {
            throw new CommandRefused(new Finished(id));
        }
        return find(id);
    }

    /** The family whose live topic has this name. */
    Optional<LostTopic> live(String topic) {
        return names.topics().stream()
                .filter(family -> names.topicName(family).equals(topic))
                .map(family -> new LostTopic(family, topic))
                .findFirst();
    }

    private static @Nullable AggregateType typeOf(Target target) {
        return switch (target) {
            case OneTopic(var type, _) -> type;
            case SameTopics(var type, _) -> type;
            case LostTopic _ -> null;
        };
    }
}
