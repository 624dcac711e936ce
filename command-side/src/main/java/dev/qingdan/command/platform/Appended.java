package dev.qingdan.command.platform;

import dev.qingdan.events.ConsistencyToken;
import dev.qingdan.events.Topic;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Where a unit of work's events came to lie in the store. */
public final class Appended {

    private static final String RESOURCE = Appended.class.getName();

    private ConsistencyToken token = ConsistencyToken.NOTHING;

    private Appended() {}

    /** The one of the whole unit of work, however deep in it commands are nested. */
    public static Appended in(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(RESOURCE, _ -> new Appended());
    }

    public void add(Topic topic, String aggregateId, long position) {
        token = token.with(topic, aggregateId, position);
    }

    ConsistencyToken token() {
        return token;
    }
}
