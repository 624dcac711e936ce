package dev.qingdan.query.platform.live;

import dev.qingdan.query.platform.web.ProblemWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Lets sockets in as long as there is room. Whoever knocks has not said yet who they are, and may
 * come from any page: what counts is the token in the first frame, which no browser adds unasked.
 */
@Component
class Door implements HandshakeInterceptor {

    private final Peers peers;
    private final ProblemWriter problems;

    Door(Peers peers, ProblemWriter problems) {
        this.peers = peers;
        this.problems = problems;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        if (!"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
            refuse(
                    response,
                    "Upgrade",
                    "websocket",
                    HttpStatus.UPGRADE_REQUIRED,
                    "live.upgrade-required",
                    "This address is for WebSockets");
            return false;
        }
        if (peers.full()) {
            refuse(
                    response,
                    "Retry-After",
                    "5",
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "live.full",
                    "There is no room for another connection at the moment");
            return false;
        }
        return true;
    }

    private void refuse(
            ServerHttpResponse response,
            String header,
            String value,
            HttpStatus status,
            String code,
            String detail)
            throws IOException {
        var answer = ((ServletServerHttpResponse) response).getServletResponse();
        answer.setHeader(header, value);
        problems.write(answer, status, code, detail);
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
