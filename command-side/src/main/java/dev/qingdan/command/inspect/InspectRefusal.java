package dev.qingdan.command.inspect;

import dev.qingdan.command.platform.Refusal;
import java.util.UUID;

/** Why there is nothing to show. */
sealed interface InspectRefusal extends Refusal {

    record EventNotFound(UUID eventId) implements InspectRefusal {}

    record AggregateNotFound(String type, String id) implements InspectRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case EventNotFound _ -> "event.not-found";
            case AggregateNotFound _ -> "aggregate.not-found";
        };
    }

    @Override
    default Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    default String detail() {
        return switch (this) {
            case EventNotFound _ -> "There is no event with this id.";
            case AggregateNotFound _ -> "There is no event of such an aggregate up to there.";
        };
    }
}
