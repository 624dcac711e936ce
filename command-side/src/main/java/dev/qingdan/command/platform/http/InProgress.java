package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.CommandRefused;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The requests with an idempotency key that this instance has in hand. What other instances have is
 * found out at the commit, where one of two comes first.
 */
@Component
class InProgress {

    private record Key(String actor, String key) {}

    private final Set<Key> requests = ConcurrentHashMap.newKeySet();

    /**
     * @throws CommandRefused where such a request is in hand already
     */
    <T> T alone(CommandRequest request, Supplier<T> work) {
        if (request.idempotencyKey() == null) {
            return work.get();
        }
        var key = new Key(request.actor(), request.idempotencyKey());
        if (!requests.add(key)) {
            throw new CommandRefused(new RequestRefusal.KeyInProgress());
        }
        try {
            return work.get();
        } finally {
            requests.remove(key);
        }
    }
}
