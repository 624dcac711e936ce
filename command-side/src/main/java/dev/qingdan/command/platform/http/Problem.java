package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An error as RFC 9457 problem+json; the only place where a refusal meets HTTP. */
public record Problem(HttpStatus status, String code, String detail, Map<String, Object> members) {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String SECONDS_TO_WAIT = "1";

    public Problem(HttpStatus status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    public static Problem of(Refusal refusal) {
        return new Problem(
                status(refusal.kind()), refusal.code(), refusal.detail(), components(refusal));
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static Map<String, Object> components(Refusal refusal) {
        return refusal instanceof Record
                ? MAPPER.convertValue(refusal, new TypeReference<>() {})
                : Map.of();
    }

    public byte[] json() {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:qingdan:problem:" + code);
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("code", code);
        problem.putAll(members);
        return MAPPER.writeValueAsBytes(problem);
    }

    RecordedAnswer toAnswer() {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.put(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        return new RecordedAnswer(status.value(), headers, json());
    }

    ResponseEntity<byte[]> toResponse() {
        return toAnswer().toResponse();
    }
}
