package dev.qingdan.command.platform;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;

/** What is done with Axon's aggregate shells. */
public final class Shell {

    private Shell() {}

    /** Applies the events to the aggregate that is handling the command; a refusal unwinds it. */
    public static void apply(Decision<?> decision) {
        decision.orThrow().forEach(AggregateLifecycle::apply);
    }

    /**
     * Makes an aggregate that was not there before.
     *
     * @param first has it handle its first command, which gives it its id
     */
    public static <A> void begin(
            Repository<A> repository, Callable<A> shell, Consumer<Aggregate<A>> first) {
        try {
            repository.newInstance(shell, first);
        } catch (Exception failure) { // Axon declares that, for what a Callable may throw.
            throw Failures.unchecked(failure);
        }
    }
}
