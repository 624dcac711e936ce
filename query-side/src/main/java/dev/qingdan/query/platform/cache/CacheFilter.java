package dev.qingdan.query.platform.cache;

import dev.qingdan.query.platform.cache.AnswerCaches.Found;
import dev.qingdan.query.platform.cache.AnswerCaches.Place;
import dev.qingdan.query.platform.security.MemberTokens;
import dev.qingdan.query.platform.security.MemberTokens.Member;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers a member's plain question from memory, or with one look into the database, before all
 * that would otherwise be done for it; the answer is the same to the letter. Any other question,
 * and one that has no good answer, goes its usual way.
 */
final class CacheFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";

    private final transient AnswerCaches caches;
    private final transient MemberTokens members;
    private final transient Supplier<HandlerExceptionResolver> problems;

    CacheFilter(
            AnswerCaches caches,
            MemberTokens members,
            Supplier<HandlerExceptionResolver> problems) {
        this.caches = caches;
        this.members = members;
        this.problems = problems;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var began = System.nanoTime();
        Optional<Found> found;
        try {
            found = isPlain(request) ? find(request) : Optional.empty();
        } catch (RuntimeException failure) {
            // The usual way would only wait for the database once more
            explain(failure, request, response);
            return;
        }
        if (found.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var changed = request.getHeader(HttpHeaders.IF_NONE_MATCH) == null;
        answer(found.get().answer(), changed, response);
        found.get().path().answered(changed, System.nanoTime() - began);
    }

    private void explain(
            RuntimeException failure, HttpServletRequest request, HttpServletResponse response) {
        secure(response);
        if (problems.get().resolveException(request, response, null, failure) == null) {
            throw failure;
        }
    }

    /** Who shows a token is answered from the database, which alone knows whether it has that. */
    private static boolean isPlain(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getQueryString() == null
                && request.getHeader("Consistency-Token") == null
                && takesJson(request.getHeader(HttpHeaders.ACCEPT))
                // The usual way tells browsers to insist on TLS
                && !request.isSecure();
    }

    private static boolean takesJson(@Nullable String accept) {
        return accept == null
                || accept.equals(MediaType.ALL_VALUE)
                || accept.equals(MediaType.APPLICATION_JSON_VALUE);
    }

    /** Nobody makes us look into the database who has not shown a good token. */
    private Optional<Found> find(HttpServletRequest request) {
        return caches.place(request.getRequestURI())
                .flatMap(place ->
                        member(request.getHeader(HttpHeaders.AUTHORIZATION))
                                .flatMap(member -> find(place, member)))
                .filter(found -> isAskedFor(found.answer(), request));
    }

    private Optional<Found> find(Place place, Member member) {
        return caches.find(place).filter(found -> found.answer().isFor(member.id()));
    }

    private Optional<Member> member(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? members.member(authorization.substring(BEARER.length()))
                : Optional.empty();
    }

    private static boolean isAskedFor(CachedAnswer answer, HttpServletRequest request) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known == null || known.equals(answer.tag());
    }

    private static void secure(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-XSS-Protection", "0");
        response.setHeader("X-Frame-Options", "DENY");
    }

    private static void answer(CachedAnswer answer, boolean changed, HttpServletResponse response)
            throws IOException {
        secure(response);
        response.setHeader(HttpHeaders.ETAG, answer.tag());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        if (changed) {
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
    }
}
