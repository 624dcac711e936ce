package dev.qingdan.console.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One request at a stand-in, and its answer. */
final class Exchange {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpExchange http;

    Exchange(HttpExchange http) {
        this.http = http;
    }

    String method() {
        return http.getRequestMethod();
    }

    /** The path's segments, without an empty first one. */
    String[] path() {
        return http.getRequestURI().getPath().substring(1).split("/");
    }

    String header(String name) {
        var value = http.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    Map<String, String> query() {
        var values = new HashMap<String, String>();
        var raw = http.getRequestURI().getRawQuery();
        if (raw != null) {
            Arrays.stream(raw.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair ->
                            values.put(
                                    pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
        return values;
    }

    Map<String, Object> body() throws IOException {
        return JSON.readValue(http.getRequestBody().readAllBytes(), new TypeReference<>() {});
    }

    void answer(int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        http.getResponseHeaders().set("Content-Type", "application/json");
        if (!method().equals("GET")) {
            http.getResponseHeaders().set("Consistency-Token", "written");
        }
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }

    void refuse(int status, String code, Map<String, Object> more) throws IOException {
        var members = new HashMap<>(more);
        members.put("status", status);
        members.put("code", code);
        members.put("detail", "detail of " + code);
        answer(status, members);
    }

    /** As a proxy says it when nothing stands behind it. */
    void away() throws IOException {
        http.sendResponseHeaders(503, -1);
        http.close();
    }
}
