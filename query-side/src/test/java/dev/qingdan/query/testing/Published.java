package dev.qingdan.query.testing;

import dev.qingdan.events.ConsistencyToken;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.EventType;
import dev.qingdan.query.platform.projection.Recorded;
import java.util.Collection;

/** What the command side would give a client for its writes. */
public final class Published {

    private Published() {}

    public static String token(Collection<Recorded<DomainEvent>> events) {
        var token = ConsistencyToken.NOTHING;
        for (var recorded : events) {
            token =
                    token.with(
                            EventType.of(recorded.event()).topic(),
                            recorded.event().aggregateId(),
                            recorded.stamp().position());
        }
        return token.toString();
    }
}
