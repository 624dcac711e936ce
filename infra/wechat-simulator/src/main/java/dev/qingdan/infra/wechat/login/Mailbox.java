package dev.qingdan.infra.wechat.login;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The subscribe messages that buyers would have got, the last thousand of them. */
public final class Mailbox {

    private static final int KEPT = 1_000;
    private static final int LONGEST_THING = 20;

    private final Deque<JsonNode> messages = new ArrayDeque<>();

    synchronized Optional<PlatformError> take(JsonNode message) {
        if (message.path("touser").asString("").isBlank()) {
            return Optional.of(PlatformError.INVALID_OPENID);
        }
        if (message.path("template_id").asString("").isBlank()) {
            return Optional.of(PlatformError.INVALID_TEMPLATE);
        }
        if (!isFilledIn(message.path("data"))) {
            return Optional.of(PlatformError.INVALID_FIELD);
        }
        messages.addFirst(message);
        if (messages.size() > KEPT) {
            messages.removeLast();
        }
        return Optional.empty();
    }

    public synchronized List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    private static boolean isFilledIn(JsonNode data) {
        return data.isObject()
                && data.propertyStream()
                        .allMatch(field -> {
                            var value = field.getValue().path("value").asString("");
                            return !value.isBlank()
                                    && (!field.getKey().startsWith("thing")
                                            || value.length() <= LONGEST_THING);
                        });
    }
}
