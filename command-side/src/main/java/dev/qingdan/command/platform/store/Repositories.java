package dev.qingdan.command.platform.store;

import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Makes the repositories of {@link Remembered} aggregates, which features give to Axon as beans.
 */
@Component
public class Repositories {

    private final Configuration axon;
    private final WorkingSet workingSet;
    private final Snapshots snapshots;
    private final SnapshotTriggerDefinition everyHundredEvents;

    Repositories(
            Configuration axon,
            WorkingSet workingSet,
            Snapshots snapshots,
            SnapshotTriggerDefinition everyHundredEvents) {
        this.axon = axon;
        this.workingSet = workingSet;
        this.snapshots = snapshots;
        this.everyHundredEvents = everyHundredEvents;
    }

    /** Axon looks for it as a bean with the name of the aggregate's class and "Repository". */
    public <A> Repository<A> of(Remembered<A, ?, ?> kind) {
        var builder =
                EventSourcingRepository.builder(kind.aggregate())
                        .eventStore(axon.eventStore())
                        .repositoryProvider(axon::repository)
                        .parameterResolverFactory(axon.parameterResolverFactory())
                        .handlerDefinition(axon.handlerDefinition(kind.aggregate()))
                        .snapshotTriggerDefinition(
                                snapshots.has(kind.type())
                                        ? everyHundredEvents
                                        : NoSnapshotTriggerDefinition.INSTANCE);
        return new RememberingRepository<>(builder, axon, kind, workingSet);
    }
}
