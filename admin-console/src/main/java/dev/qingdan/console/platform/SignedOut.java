package dev.qingdan.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;
import org.springframework.stereotype.Component;

/** Leads to the sign-in page whoever has no session any more, whether a page or a part asked. */
@Component
class SignedOut
        implements AuthenticationEntryPoint,
                AccessDeniedHandler,
                SessionInformationExpiredStrategy {

    private static final String EXPIRED = "/sign-in?expired";

    /** After signing in people return to the page they wanted, never to a part of one. */
    static RequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request ->
                HttpMethod.GET.matches(request.getMethod())
                        && !fromHtmx(request)
                        && !request.getRequestURI().equals("/error"));
        return cache;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException nobody)
            throws IOException {
        signIn(request, response, request.getRequestedSessionId() == null ? "/sign-in" : EXPIRED);
    }

    /** A form whose session has ended carries a token of nobody: that is no attack. */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException && isNobody()) {
            signIn(request, response, EXPIRED);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    @Override
    public void onExpiredSessionDetected(SessionInformationExpiredEvent event) throws IOException {
        signIn(event.getRequest(), event.getResponse(), EXPIRED);
    }

    private static boolean isNobody() {
        return SecurityContextHolder.getContext().getAuthentication() == null;
    }

    private static void signIn(
            HttpServletRequest request, HttpServletResponse response, String page)
            throws IOException {
        if (fromHtmx(request)) {
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(page);
        }
    }

    private static boolean fromHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
