package dev.qingdan.command.platform;

import org.axonframework.modelling.command.AggregateLifecycle;

/** The one thing that every Axon aggregate shell does with a decision. */
public final class Shell {

    private Shell() {}

    /** Applies the events to the aggregate that is handling the command; a refusal unwinds it. */
    public static void apply(Decision<?> decision) {
        decision.orThrow().forEach(AggregateLifecycle::apply);
    }
}
