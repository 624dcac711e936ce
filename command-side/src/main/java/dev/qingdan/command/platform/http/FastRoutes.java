package dev.qingdan.command.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All controllers' {@link Frequent} methods, and how long they take, beside all other requests. */
@Component
class FastRoutes implements SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final MeterRegistry meters;
    private final Map<Taken, Timer> timers = new ConcurrentHashMap<>();
    private volatile List<FastRoute> routes = List.of();

    private record Taken(String template, int status) {}

    FastRoutes(ObjectProvider<RequestMappingHandlerMapping> mappings, MeterRegistry meters) {
        this.mappings = mappings;
        this.meters = meters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        routes =
                mappings.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                        .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                        .toList();
    }

    private static Stream<FastRoute> routes(RequestMappingInfo mapping, HandlerMethod handler) {
        if (!handler.hasMethodAnnotation(Frequent.class)
                || !mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
            return Stream.of();
        }
        var controller = handler.createWithResolvedBean().getBean();
        return mapping.getPatternValues().stream()
                .map(template -> FastRoute.of(template, controller, handler.getMethod()));
    }

    @Nullable FastRoute find(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return null;
        }
        for (FastRoute route : routes) {
            if (route.leads(request.getRequestURI())) {
                return route;
            }
        }
        return null;
    }

    void took(long nanos, FastRoute route, int status) {
        timers.computeIfAbsent(new Taken(route.template(), status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** With the tags of those that Spring times. */
    private Timer timer(Taken taken) {
        return Timer.builder("http.server.requests")
                .tag("method", "POST")
                .tag("uri", taken.template())
                .tag("status", String.valueOf(taken.status()))
                .tag("outcome", HttpStatus.Series.valueOf(taken.status()).name())
                .tag("exception", "none")
                .tag("error", "none")
                .register(meters);
    }
}
