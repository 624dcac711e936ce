package dev.qingdan.events;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The published name of a kind of event, such as {@code shop.order.OrderPlaced}: the family's topic
 * and the record that carries it. All of them are found by walking the sealed families, so a new
 * event needs no entry anywhere.
 */
public record EventType(String name, Topic topic, Class<? extends DomainEvent> payload) {

    private static final Map<String, EventType> BY_NAME =
            Stream.concat(
                            Arrays.stream(Topic.values()).flatMap(EventType::ofFamily),
                            records(SupersededEvent.class).map(EventType::ofOldForm))
                    .collect(toUnmodifiableMap(EventType::name, identity()));
    private static final Map<Class<?>, EventType> BY_PAYLOAD =
            BY_NAME.values().stream().collect(toUnmodifiableMap(EventType::payload, identity()));

    public static EventType of(DomainEvent event) {
        return of(event.getClass());
    }

    /**
     * @param payload a record, not the interface of a family
     */
    public static EventType of(Class<? extends DomainEvent> payload) {
        // The walk over the sealed families has met every record that can implement DomainEvent.
        return requireNonNull(BY_PAYLOAD.get(payload));
    }

    /** Empty for a name that this version does not know: a newer producer may be at work. */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static Collection<EventType> all() {
        return BY_NAME.values();
    }

    /** The record that is told instead of this one, if this one is told no more. */
    public Optional<EventType> successor() {
        return Optional.of(payload)
                .filter(SupersededEvent.class::isAssignableFrom)
                .map(EventType::successorOf)
                .map(BY_PAYLOAD::get);
    }

    private static Stream<EventType> ofFamily(Topic topic) {
        return records(topic.family()).map(payload -> of(topic, payload));
    }

    /** It lies where its successor goes. */
    private static EventType ofOldForm(Class<? extends DomainEvent> payload) {
        var successor = successorOf(payload);
        var topic =
                Arrays.stream(Topic.values())
                        .filter(it -> it.family().isAssignableFrom(successor))
                        .findFirst()
                        .orElseThrow();
        return of(topic, payload);
    }

    private static EventType of(Topic topic, Class<? extends DomainEvent> payload) {
        return new EventType(
                "shop." + topic.familyName() + "." + payload.getSimpleName(), topic, payload);
    }

    /** What the record's own {@code upcast} is declared to give. */
    private static Class<?> successorOf(Class<?> superseded) {
        return Arrays.stream(superseded.getDeclaredMethods())
                .filter(method -> method.getName().equals("upcast") && !method.isBridge())
                .map(Method::getReturnType)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Class<? extends DomainEvent>> records(
            Class<? extends DomainEvent> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses())
                        .flatMap(member -> records(member.asSubclass(DomainEvent.class)))
                : Stream.of(family);
    }
}
