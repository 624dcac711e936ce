package dev.qingdan.infra.traffic.api;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An answer with its JSON, which may be a problem with a code. */
public record Reply(int status, HttpHeaders headers, String text) {

    /** Nobody answered. */
    static final Reply NONE = new Reply(0, HttpHeaders.of(Map.of(), (_, _) -> true), "");

    private static final JsonMapper JSON = JsonMapper.shared();

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public JsonNode json() {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    public String text(String field) {
        return json().path(field).asString("");
    }

    /** The stable code of a problem; empty where all is well. */
    public String code() {
        return isSuccess() ? "" : text("code");
    }

    /** Why this is no use: the problem's code, or else the status, or that nobody was there. */
    String reason() {
        return this == NONE ? "no answer" : code().isEmpty() ? "" + status : code();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
