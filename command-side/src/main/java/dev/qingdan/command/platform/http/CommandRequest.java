package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.Origin;
import dev.qingdan.events.ConsistencyToken;
import org.jspecify.annotations.Nullable;

/**
 * What a command's HTTP request says beside its body. A controller's method takes it as a parameter
 * and hands it to {@link Commands}.
 *
 * @param idempotencyKey always there for a member, where given for staff
 * @param seen what the client had written before, from its {@code Consistency-Token}
 */
public record CommandRequest(
        Origin origin,
        @Nullable String idempotencyKey,
        Fingerprint fingerprint,
        ConsistencyToken seen) {

    /** Whose idempotency keys these are: {@code member:<id>} or {@code staff:<name>}. */
    String actor() {
        return origin.actor();
    }

    /** The id of the member who asks. */
    public String memberId() {
        return Actors.memberId(origin.actor());
    }
}
