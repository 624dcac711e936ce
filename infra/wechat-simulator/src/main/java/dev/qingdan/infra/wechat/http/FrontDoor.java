package dev.qingdan.infra.wechat.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** A valve rather than a servlet, because only a valve can hang up on its client. */
final class FrontDoor extends ValveBase {

    private final Handler handler;

    FrontDoor(Handler handler) {
        super(true);
        this.handler = handler;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException {
        var answer = handler.handle(read(request));
        if (answer.dropped()) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            return;
        }
        write(answer, response);
    }

    private static Call read(Request request) throws IOException {
        var headers =
                Collections.list(request.getHeaderNames()).stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name.toLowerCase(Locale.ROOT),
                                        request::getHeader,
                                        (first, _) -> first));
        var body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Call(
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                headers,
                body);
    }

    private static void write(Answer answer, Response response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (!answer.body().isEmpty()) {
            response.setContentType("application/json; charset=utf-8");
            response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        response.finishResponse();
    }
}
