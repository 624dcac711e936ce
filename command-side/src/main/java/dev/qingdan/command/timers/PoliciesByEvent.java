package dev.qingdan.command.timers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.Segment;

/**
 * Knows which policies act on an event of a kind. Axon asks all of them about each event, twice,
 * and whether they could be replayed, which costs more than what they do.
 */
final class PoliciesByEvent implements EventHandlerInvoker {

    private final List<EventHandlerInvoker> policies;
    private final Map<Class<?>, List<EventHandlerInvoker>> acting = new ConcurrentHashMap<>();

    private PoliciesByEvent(List<EventHandlerInvoker> policies) {
        this.policies = policies;
    }

    static PoliciesByEvent of(EventHandlerInvoker policies) {
        return new PoliciesByEvent(
                policies instanceof MultiEventHandlerInvoker several
                        ? List.copyOf(several.delegates())
                        : List.of(policies));
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return !actingOn(event.getPayloadType()).isEmpty();
    }

    @Override
    public boolean canHandleType(Class<?> event) {
        return !actingOn(event).isEmpty();
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        for (var policy : actingOn(event.getPayloadType())) {
            policy.handle(event, segment);
        }
    }

    /** What they set off cannot be set off again. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    private List<EventHandlerInvoker> actingOn(Class<?> event) {
        return acting.computeIfAbsent(
                event,
                type -> policies.stream().filter(policy -> policy.canHandleType(type)).toList());
    }
}
