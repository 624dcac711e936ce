package dev.qingdan.console.platform;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A side's problem+json: a stable code, a text for people, and whatever else it carries. */
public record Problem(int status, String code, String detail, Map<String, Object> members) {

    /** One field that a side did not like. */
    public record FieldError(String field, String detail) {}

    static Problem of(int status, Map<String, Object> members) {
        var detail = text(members, "detail", text(members, "title", ""));
        return new Problem(status, text(members, "code", "http." + status), detail, members);
    }

    public List<FieldError> errors() {
        if (!(members.get("errors") instanceof List<?> errors)) {
            return List.of();
        }
        return errors.stream()
                .filter(Map.class::isInstance)
                .map(error -> (Map<?, ?>) error)
                .map(error -> new FieldError(text(error, "field", ""), text(error, "detail", "")))
                .toList();
    }

    private static String text(Map<?, ?> members, String name, String otherwise) {
        return Objects.toString(members.get(name), otherwise);
    }
}
