package dev.qingdan.query.platform.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Makes problem+json with a code of whatever went wrong on the way to an answer. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail mismatch(MethodArgumentTypeMismatchException mismatch) {
        return Problem.invalid(mismatch.getName(), "is not what is expected here").getBody();
    }

    @ExceptionHandler
    ProblemDetail rejected(RequestRejectedException rejected) {
        return Problem.body(
                HttpStatus.BAD_REQUEST, "request.malformed", "The request is not well formed");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> databaseAway(RuntimeException failure) {
        LOG.warn("The database did not answer", failure);
        var problem = Problem.unavailable("service.unavailable", "Please ask again in a moment", 1);
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .body(problem.getBody());
    }

    @ExceptionHandler
    ProblemDetail defect(RuntimeException defect) {
        LOG.error("A request met a defect", defect);
        return Problem.body(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "service.defect",
                "This is our fault; it has been noted");
    }

    /** What Spring MVC refuses by itself has no code yet: 404, 405, 406 and their like. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = refused instanceof Problem ours ? ours.getBody() : ofStatus(status);
        return super.handleExceptionInternal(refused, problem, headers, status, request);
    }

    /** {@code 405 Method Not Allowed} becomes {@code request.method-not-allowed}. */
    static ProblemDetail ofStatus(HttpStatusCode code) {
        var status = HttpStatus.valueOf(code.value());
        var phrase = status.getReasonPhrase();
        return Problem.body(
                status, "request." + phrase.toLowerCase(Locale.ROOT).replace(' ', '-'), phrase);
    }
}
