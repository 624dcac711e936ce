package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.CommandRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a member's {@link Frequent} command straight to its controller, past the filter chain and
 * the dispatcher, which cost more than all the rest of an order. Only a request with nothing to
 * object to comes this way: a token that was checked before, JSON, a valid form. Every other takes
 * the ordinary way, which knows how to refuse, so that there is one place that does.
 */
@Component
class FrequentCommands implements FastPath {

    private static final Set<String> JSON =
            Set.of("application/json", "application/json;charset=utf-8");

    private final FastRoutes routes;
    private final KnownMembers members;
    private final CommandRequests commandRequests;
    private final JsonMapper mapper;
    private final Validator validator;
    private final Problems problems;
    private final SecurityHeaders securityHeaders = new SecurityHeaders();

    FrequentCommands(
            FastRoutes routes,
            KnownMembers members,
            CommandRequests commandRequests,
            JsonMapper mapper,
            Validator validator,
            Problems problems) {
        this.routes = routes;
        this.members = members;
        this.commandRequests = commandRequests;
        this.mapper = mapper;
        this.validator = validator;
        this.problems = problems;
    }

    @Override
    public boolean answered(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var route = isJson(request) ? routes.find(request) : null;
        var member =
                route == null
                        ? null
                        : members.behind(TomcatHeaders.value(request, HttpHeaders.AUTHORIZATION));
        if (route == null || member == null) {
            return false;
        }
        long begun = System.nanoTime();
        var body = BoundedBody.read(request);
        var form = route.takesForm() ? form(route.form(), body) : null;
        var command = command(request, member, body);
        if (command == null || (route.takesForm() && form == null)) {
            BoundedBody.keep(request, body);
            return false;
        }
        var answer = answer(route, request, form, command);
        write(answer, request, response);
        routes.took(System.nanoTime() - begun, route, answer.status());
        return true;
    }

    private static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && JSON.contains(type)
                && request.getQueryString() == null
                && BoundedBody.isSmall(request);
    }

    /** Nothing where it could not be read or is not as it should be. */
    private @Nullable Object form(Class<?> type, byte[] body) {
        try {
            Object form = mapper.readValue(body, type);
            return form != null && validator.validate(form).isEmpty() ? form : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    /** Nothing where the headers are to be refused. */
    private @Nullable CommandRequest command(
            HttpServletRequest request, String member, byte[] body) {
        try {
            return commandRequests.of(request, Actors.member(member), body);
        } catch (CommandRefused _) {
            return null;
        }
    }

    private RecordedAnswer answer(
            FastRoute route,
            HttpServletRequest request,
            @Nullable Object form,
            CommandRequest command) {
        try {
            return route.call(request.getRequestURI(), form, command);
        } catch (RuntimeException failure) {
            return RecordedAnswer.in(problems.of(failure));
        }
    }

    private void write(
            RecordedAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var security = securityHeaders.of(request, response);
        var headers = TomcatHeaders.of(response);
        response.setStatus(answer.status());
        answer.headers()
                .forEach((name, value) -> {
                    if (!name.equals(HttpHeaders.CONTENT_TYPE)) {
                        headers.accept(name, value);
                    }
                });
        security.forEach(headers);
        // Behind the others, as Tomcat would have it
        headers.accept(HttpHeaders.CONTENT_TYPE, answer.contentType());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
