package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.StreamId;
import java.util.concurrent.ExecutorService;
import org.springframework.stereotype.Component;

/** Keeps a snapshot now and then of what is committed in groups; nobody waits for one. */
@Component
class GroupSnapshots {

    /**
     * Fewer than elsewhere: these aggregates are in memory, and a snapshot only shortens their
     * first load after a start, in which so many events are read at most.
     */
    private static final int EVENTS = 500;

    private final WorkingSet workingSet;
    private final Snapshots snapshots;
    private final ExecutorService snapshotExecutor;

    GroupSnapshots(WorkingSet workingSet, Snapshots snapshots, ExecutorService snapshotExecutor) {
        this.workingSet = workingSet;
        this.snapshots = snapshots;
        this.snapshotExecutor = snapshotExecutor;
    }

    void look(Pending written) {
        written.folded()
                .forEach((stream, folded) -> {
                    var before = written.expected().getOrDefault(stream, -1L);
                    if (isDue(before, folded.sequence())) {
                        snapshotExecutor.execute(() -> store(stream, folded));
                    }
                });
    }

    private void store(StreamId stream, Folded folded) {
        var kind = workingSet.kind(stream.type());
        if (kind != null) {
            snapshots.store(kind, stream, folded);
        }
    }

    private static boolean isDue(long before, long after) {
        return after / EVENTS > before / EVENTS;
    }
}
