package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.http.RequestRefusal.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Makes problem+json of whatever went wrong on the way to an answer. */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    /** For filters, which answer before any controller is asked. */
    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        var answer = problem.toAnswer();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.getOutputStream().write(answer.body());
    }

    /** What a command's own method has thrown. */
    ResponseEntity<byte[]> of(RuntimeException failure) {
        return switch (failure) {
            case CommandRefused refused -> refused(refused);
            case DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    TransactionException _ ->
                    databaseAway(failure);
            default -> defect(failure);
        };
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(CommandRefused refused) {
        return Problem.of(refused.refusal()).toResponse();
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<byte[]> databaseAway(RuntimeException failure) {
        log.warn("The database does not answer: {}", failure.getMessage());
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service.unavailable",
                        "We cannot store anything just now; please send the request again.")
                .toResponse();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> defect(RuntimeException defect) {
        log.error("A request met a defect", defect);
        return new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "service.defect",
                        "This is our fault; it has been noted.")
                .toResponse();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var errors =
                invalid.getFieldErrors().stream()
                        .map(error -> new FieldError(error.getField(), message(error)))
                        .toList();
        return response(Problem.of(new RequestRefusal.Invalid(errors)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var errors =
                invalid.getParameterValidationResults().stream()
                        .flatMap(Problems::errorsOf)
                        .toList();
        return response(Problem.of(new RequestRefusal.Invalid(errors)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return response(Problem.of(UnreadableBody.refusal(unreadable)));
    }

    /** Everything else that Spring MVC refuses by itself: 404, 405, 406, 415 and their like. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        var status = HttpStatus.valueOf(statusCode.value());
        var answer = ofStatus(status).toResponse();
        return ResponseEntity.status(status)
                .headers(headers)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    /** {@code 415 Unsupported Media Type} becomes {@code request.unsupported-media-type}. */
    static Problem ofStatus(HttpStatus status) {
        var code = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Problem(status, "request." + code, status.getReasonPhrase() + ".");
    }

    private static Stream<FieldError> errorsOf(ParameterValidationResult result) {
        var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "?");
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(name, message(error)));
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    private static ResponseEntity<Object> response(Problem problem) {
        var answer = problem.toResponse();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
