package dev.qingdan.command.platform;

import java.util.List;

/** What came of a command: events, perhaps none where nothing had to change, or a refusal. */
public sealed interface Decision<E> {

    record Accepted<E>(List<E> events) implements Decision<E> {

        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused<E>(Refusal refusal) implements Decision<E> {}

    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** The events, where there is a decision to stand by. */
    default List<E> orThrow() {
        return switch (this) {
            case Accepted<E>(var events) -> events;
            case Refused<E>(var refusal) -> throw new CommandRefused(refusal);
        };
    }
}
