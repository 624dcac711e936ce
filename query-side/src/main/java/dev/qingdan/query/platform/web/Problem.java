package dev.qingdan.query.platform.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as RFC 9457 has it, with a code that clients may rely on. */
public final class Problem extends ErrorResponseException {

    private Problem(HttpStatus status, String code, String detail) {
        super(status, body(status, code, detail), null);
    }

    static ProblemDetail body(HttpStatus status, String code, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:qingdan:problem:" + code));
        body.setProperty("code", code);
        return body;
    }

    public static Problem notFound(String code, String detail) {
        return new Problem(HttpStatus.NOT_FOUND, code, detail);
    }

    public static Problem conflict(String code, String detail) {
        return new Problem(HttpStatus.CONFLICT, code, detail);
    }

    /** The request is understood, but cannot be done as it is asked for. */
    public static Problem unprocessable(String code, String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }

    /** The request is understood, but this part of it cannot be. */
    public static Problem invalid(String field, String detail) {
        var problem =
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "request.invalid",
                        "The request is not valid");
        problem.getBody().setProperty("errors", List.of(Map.of("field", field, "detail", detail)));
        return problem;
    }

    /** Worth another try after that many seconds. */
    static Problem unavailable(String code, String detail, int retryAfterSeconds) {
        var problem = new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
        problem.getHeaders().set("Retry-After", Integer.toString(retryAfterSeconds));
        return problem;
    }
}
