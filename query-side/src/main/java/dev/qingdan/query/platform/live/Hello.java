package dev.qingdan.query.platform.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client's first frame.
 *
 * @param token none where it shows none
 * @param resume the versions that the client has; none where it asks only for what is to come
 */
record Hello(@Nullable String token, @Nullable Map<String, Long> resume) {

    /** In characters; what is longer ends the connection before it is read. */
    static final int LONGEST = 8_192;

    private static final int MOST_KEYS = 100;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** Empty where the frame is no hello. */
    static Optional<Hello> parse(String frame) {
        try {
            return parse(JsonMapper.shared().readTree(frame));
        } catch (JacksonException garbage) {
            return Optional.empty();
        }
    }

    private static Optional<Hello> parse(JsonNode frame) {
        if (!frame.isObject() || !(frame.path("token").isString() || !frame.has("token"))) {
            return Optional.empty();
        }
        var token = frame.path("token").asString(null);
        if (!frame.hasNonNull("resume")) {
            return Optional.of(new Hello(token, null));
        }
        return versions(frame.path("resume")).map(resume -> new Hello(token, resume));
    }

    private static Optional<Map<String, Long>> versions(JsonNode resume) {
        if (!resume.isObject() || resume.size() > MOST_KEYS) {
            return Optional.empty();
        }
        var versions = new HashMap<String, Long>();
        for (var entry : resume.properties()) {
            var version = entry.getValue();
            if (!KEY.matcher(entry.getKey()).matches() || !version.canConvertToLong()) {
                return Optional.empty();
            }
            versions.put(entry.getKey(), version.asLong());
        }
        return Optional.of(versions);
    }
}
