package dev.qingdan.query.platform.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Ends a rebuild once its generation has caught up with the topics. */
@Component
class Completion {

    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

    private final PartitionStates states;
    private final IndexBuilding indexes;
    private final Swap swap;
    private final Verification verification;
    private final EngineSettings settings;

    Completion(
            PartitionStates states,
            IndexBuilding indexes,
            Swap swap,
            Verification verification,
            EngineSettings settings) {
        this.states = states;
        this.indexes = indexes;
        this.swap = swap;
        this.verification = verification;
        this.settings = settings;
    }

    void attempt(Rebuild rebuild) {
        var lag = PartitionState.lag(states.of(rebuild.generation()));
        if (lag == null || lag > settings.swapLag()) {
            return;
        }
        try {
            var done =
                    switch (rebuild.mode()) {
                        case REPLACE, ROLLBACK ->
                                indexes.isDone(rebuild) && swap.attempt(rebuild.projection());
                        case VERIFY -> verification.attempt(rebuild);
                    };
            if (done) {
                LOG.info("{} of {} is done", rebuild.mode(), rebuild.generation());
            }
        } catch (PessimisticLockingFailureException busy) {
            LOG.info("{} is tried again soon: {}", rebuild.mode(), busy.getMessage());
        }
    }
}
