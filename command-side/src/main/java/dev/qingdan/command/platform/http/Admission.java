package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.Busy;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets in only as many requests as there is memory for, and asks the others to come again: after an
 * outage everybody retries at once, and virtual threads set no bound of their own. Inside, whatever
 * can takes the {@link FastPath}.
 *
 * <p>A valve of Tomcat's: no chain of filters is made for what needs none.
 */
@Component
class Admission extends ValveBase
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /**
     * At about 150 KB each while they wait, these take a sixth of the smallest heap we run with.
     */
    static final int PLACES = 256;

    /** Whoever watches over a busy instance has to hear from it. */
    private static final String FOR_OPERATORS = "/actuator/";

    /** The way through filters and dispatcher. */
    interface OrdinaryWay {
        void go() throws IOException, ServletException;
    }

    private final FastPath fastPath;
    private final Semaphore places = new Semaphore(PLACES);

    Admission(FastPath fastPath) {
        super(true);
        this.fastPath = fastPath;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        admit(request, response, () -> getNext().invoke(request, response));
    }

    void admit(HttpServletRequest request, HttpServletResponse response, OrdinaryWay ordinaryWay)
            throws IOException, ServletException {
        if (request.getRequestURI().startsWith(FOR_OPERATORS)) {
            ordinaryWay.go();
            return;
        }
        if (!places.tryAcquire()) {
            Problems.write(Problem.of(new Busy()), response);
            return;
        }
        try {
            if (!fastPath.answered(request, response)) {
                ordinaryWay.go();
            }
        } finally {
            places.release();
        }
    }
}
