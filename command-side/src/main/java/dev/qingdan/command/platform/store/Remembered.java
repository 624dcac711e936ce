package dev.qingdan.command.platform.store;

import static java.util.Objects.requireNonNull;

import dev.qingdan.events.AggregateType;
import dev.qingdan.events.DomainEvent;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says that aggregates of this type are worth keeping in memory between two commands. Their state
 * is an immutable value, so what was decided on can be handed to the next one as it is. Their
 * repository comes from {@link Repositories}.
 *
 * @param <A> Axon's shell
 * @param <S> the state in it
 * @param <E> the family of its events
 * @param nothing the state before the first event
 * @param shell a new one around that state, of the stream with that name
 * @param state of a shell that a snapshot has kept
 */
public record Remembered<A, S, E extends DomainEvent>(
        AggregateType type,
        Class<A> aggregate,
        Class<E> events,
        @Nullable S nothing,
        BiFunction<@Nullable S, E, S> evolve,
        BiFunction<String, @Nullable S, A> shell,
        Function<A, S> state) {

    Folded fold(Folded before, DomainEvent event, long sequence) {
        return new Folded(evolved(before.state(), event), sequence, Fate.WRITTEN);
    }

    Folded none() {
        return new Folded(nothing, -1, Fate.WRITTEN);
    }

    A shellOf(String stream, @Nullable Object state) {
        @SuppressWarnings("unchecked") // Only this kind's own states are kept under its type.
        S own = (S) state;
        return shell.apply(stream, own);
    }

    Folded ofSnapshot(Object shell, long sequence) {
        return new Folded(state.apply(aggregate.cast(shell)), sequence, Fate.WRITTEN);
    }

    S stateOf(Folded folded) {
        @SuppressWarnings("unchecked") // Only this kind's own states are kept under its type.
        S own = (S) requireNonNull(folded.state());
        return own;
    }

    private S evolved(@Nullable Object state, DomainEvent event) {
        @SuppressWarnings("unchecked") // Only this kind's own states are kept under its type.
        S own = (S) state;
        return evolve.apply(own, events.cast(event));
    }
}
