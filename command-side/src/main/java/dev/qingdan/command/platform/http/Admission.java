package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.Busy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets in only as many requests as there is memory for, and asks the others to come again: after an
 * outage everybody retries at once, and virtual threads set no bound of their own. Inside, whatever
 * can takes the {@link FastPath}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Admission extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /**
     * At about 150 KB each while they wait, these take a sixth of the smallest heap we run with.
     */
    static final int PLACES = 256;

    /** Whoever watches over a busy instance has to hear from it. */
    private static final String FOR_OPERATORS = "/actuator/";

    private final transient FastPath fastPath;
    private final Semaphore places = new Semaphore(PLACES);

    Admission(FastPath fastPath) {
        this.fastPath = fastPath;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(FOR_OPERATORS)) {
            chain.doFilter(request, response);
            return;
        }
        if (!places.tryAcquire()) {
            Problems.write(Problem.of(new Busy()), response);
            return;
        }
        try {
            if (!fastPath.answered(request, response)) {
                chain.doFilter(request, response);
            }
        } finally {
            places.release();
        }
    }
}
