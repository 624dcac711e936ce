package dev.qingdan.infra.wechat.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request, read whole, for its body has a signature as well as a meaning. Header names are in
 * lower case.
 */
public record Call(
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        String body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> parameter(String name) {
        return Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .findFirst();
    }

    /** The path with its query as the client wrote it, which is what the client signed. */
    public String target() {
        return query == null ? path : path + "?" + query;
    }
}
