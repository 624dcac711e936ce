package dev.qingdan.query.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether anybody reads views of this instance just now, so that other work can make room. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Readership implements Filter {

    private static final long LATELY = Duration.ofSeconds(2).toNanos();

    private volatile long last = System.nanoTime() - LATELY;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && http.getRequestURI().startsWith("/api/")) {
            last = System.nanoTime();
        }
        chain.doFilter(request, response);
    }

    /** Whether somebody has asked within the last two seconds. */
    public boolean isThere() {
        return System.nanoTime() - last < LATELY;
    }
}
