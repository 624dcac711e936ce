package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.TraceParent;
import dev.qingdan.command.platform.privacy.ErasedMembers;
import dev.qingdan.events.ConsistencyToken;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what requests say beside their bodies, or refuses it. */
@Component
class CommandRequests {

    private static final int LONGEST_KEY = 255;

    private final Ids ids;
    private final ErasedMembers erased;

    CommandRequests(Ids ids, ErasedMembers erased) {
        this.ids = ids;
        this.erased = erased;
    }

    /**
     * @throws CommandRefused where the headers are not as they should be, or the member was erased
     */
    CommandRequest of(HttpServletRequest request, String actor, byte[] body) {
        requireNotErased(actor);
        return evenErased(request, actor, body);
    }

    CommandRequest evenErased(HttpServletRequest request, String actor, byte[] body) {
        return new CommandRequest(
                origin(request, actor),
                key(request, actor),
                Fingerprint.of(request.getMethod(), request.getRequestURI(), body),
                seen(request.getHeader(Commands.CONSISTENCY_TOKEN)));
    }

    void requireNotErased(String actor) {
        if (Actors.isMember(actor) && erased.contains(Actors.memberId(actor))) {
            throw new CommandRefused(new RequestRefusal.TokenRevoked());
        }
    }

    /** The trace is also what correlates; the request itself is the cause. */
    Origin origin(HttpServletRequest request, String actor) {
        var trace = TraceParent.continuing(request.getHeader("traceparent"));
        var requestId = ids.generateIdentifier();
        return new Origin(actor, trace.traceId(), requestId, trace.toString());
    }

    private static @Nullable String key(HttpServletRequest request, String actor) {
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            if (Actors.isMember(actor)) {
                throw new CommandRefused(new RequestRefusal.KeyMissing());
            }
            return null;
        }
        if (!isKey(key)) {
            throw new CommandRefused(new RequestRefusal.KeyInvalid());
        }
        return key;
    }

    /** Of printable ASCII. */
    private static boolean isKey(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < ' ' || key.charAt(i) > '~') {
                return false;
            }
        }
        return !key.isEmpty() && key.length() <= LONGEST_KEY;
    }

    private static ConsistencyToken seen(@Nullable String header) {
        if (header == null) {
            return ConsistencyToken.NOTHING;
        }
        try {
            return ConsistencyToken.parse(header);
        } catch (IllegalArgumentException _) {
            throw new CommandRefused(new RequestRefusal.TokenUnreadable());
        }
    }
}
