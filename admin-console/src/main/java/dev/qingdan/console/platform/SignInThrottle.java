package dev.qingdan.console.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes guessing passwords slow: a name and an address with many failures must wait. */
@Component
class SignInThrottle extends OncePerRequestFilter {

    private final Failures ofName;
    private final Failures ofAddress;

    SignInThrottle(Clock clock) {
        this.ofName = new Failures(clock, 5);
        this.ofAddress = new Failures(clock, 30);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getServletPath().equals("/sign-in");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = Objects.requireNonNullElse(request.getParameter("username"), "");
        if (ofName.tooMany(name) || ofAddress.tooMany(request.getRemoteAddr())) {
            response.sendRedirect("/sign-in?wait");
        } else {
            chain.doFilter(request, response);
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent failure) {
        ofName.add(failure.getAuthentication().getName());
        ofAddress.add(addressOf(failure.getAuthentication()));
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent success) {
        ofName.forget(success.getAuthentication().getName());
    }

    private static String addressOf(Authentication person) {
        return person.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
    }
}
