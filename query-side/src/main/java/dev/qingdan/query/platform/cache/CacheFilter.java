package dev.qingdan.query.platform.cache;

import dev.qingdan.query.platform.cache.AnswerCaches.Found;
import dev.qingdan.query.platform.security.MemberTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Answers a member's plain question from memory, before all that would otherwise be done for it;
 * the answer is the same to the letter. Any other question, and one that has no good answer, goes
 * its usual way.
 */
final class CacheFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";

    private final transient AnswerCaches caches;
    private final transient MemberTokens members;

    CacheFilter(AnswerCaches caches, MemberTokens members) {
        this.caches = caches;
        this.members = members;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var began = System.nanoTime();
        var found = isPlain(request) ? find(request) : Optional.<Found>empty();
        if (found.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var changed = request.getHeader(HttpHeaders.IF_NONE_MATCH) == null;
        answer(found.get().answer(), changed, response);
        found.get().path().answered(changed, System.nanoTime() - began);
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

    private Optional<Found> find(HttpServletRequest request) {
        return caches.find(request.getRequestURI())
                .filter(found -> mayBeTold(found.answer(), request))
                .filter(found -> isAskedFor(found.answer(), request));
    }

    private boolean mayBeTold(CachedAnswer answer, HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.startsWith(BEARER)
                && members.member(authorization.substring(BEARER.length()))
                        .filter(member -> answer.isFor(member.id()))
                        .isPresent();
    }

    private static boolean isAskedFor(CachedAnswer answer, HttpServletRequest request) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known == null || known.equals(answer.tag());
    }

    private static void answer(CachedAnswer answer, boolean changed, HttpServletResponse response)
            throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-XSS-Protection", "0");
        response.setHeader("X-Frame-Options", "DENY");
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
