package dev.qingdan.infra.wechat.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the handler by method and path; a path template may hold one {variable}. */
public final class Routes implements Handler {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

    private final List<Route> routes = new ArrayList<>();

    public Routes on(String method, String path, Handler handler) {
        return on(method, path, (call, _) -> handler.handle(call));
    }

    public Routes on(String method, String template, HandlerOfOne handler) {
        var path = Pattern.compile(VARIABLE.matcher(template).replaceAll("([^/]+)"));
        routes.add(new Route(method, path, handler));
        return this;
    }

    @Override
    public Answer handle(Call call) {
        for (var route : routes) {
            var path = route.path.matcher(call.path());
            if (route.method.equals(call.method()) && path.matches()) {
                return route.handler.handle(call, path.groupCount() == 0 ? "" : path.group(1));
            }
        }
        return Answer.of(404, "{\"code\":\"NOT_FOUND\",\"message\":\"no such path\"}");
    }

    @FunctionalInterface
    public interface HandlerOfOne {
        Answer handle(Call call, String variable);
    }

    private record Route(String method, Pattern path, HandlerOfOne handler) {}
}
