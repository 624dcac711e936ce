package dev.qingdan.command.platform.store;

import dev.qingdan.events.AggregateType;

/**
 * Says that an aggregate's state is kept as a snapshot now and then. The shell also names a {@code
 * SnapshotTriggerDefinition} in its {@code @Aggregate} annotation.
 */
public record Snapshotted(AggregateType type, Class<?> aggregate) {}
