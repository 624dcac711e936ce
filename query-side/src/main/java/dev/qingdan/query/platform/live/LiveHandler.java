package dev.qingdan.query.platform.live;

import dev.qingdan.query.platform.security.MemberTokens;
import jakarta.websocket.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** A client says who it is in its first frame; after that it only listens. */
@Component
class LiveHandler extends TextWebSocketHandler {

    private static final String PEER = "peer";

    /** How long a heartbeat or a farewell may wait for the socket. */
    private static final long BLOCKED_MILLIS = 5_000;

    private final Peers peers;
    private final Feed feed;
    private final MemberTokens tokens;

    LiveHandler(Peers peers, Feed feed, MemberTokens tokens) {
        this.peers = peers;
        this.feed = feed;
        this.tokens = tokens;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var socket = ((NativeWebSocketSession) session).getNativeSession(Session.class);
        if (socket == null) {
            throw new IllegalStateException("Tomcat's own session is needed");
        }
        socket.getUserProperties()
                .put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", BLOCKED_MILLIS);
        session.getAttributes().put(PEER, peers.open(socket));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage frame) {
        var peer = peer(session);
        peer.heard();
        if (peer.saysTooMuch()) {
            peer.end(Farewell.TOO_CHATTY);
        } else if (peer.subscriber() == null) {
            Hello.parse(frame.getPayload())
                    .ifPresentOrElse(
                            hello -> welcome(peer, hello), () -> peer.end(Farewell.MALFORMED));
        }
    }

    private void welcome(Peer peer, Hello hello) {
        if (hello.token() == null) {
            peer.end(Farewell.TOKEN_MISSING);
            return;
        }
        tokens.member(hello.token())
                .ifPresentOrElse(
                        member -> feed.join(peer, member.id(), member.expiresAt(), hello.resume()),
                        () -> peer.end(Farewell.TOKEN_INVALID));
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage pong) {
        peer(session).heard();
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        peers.gone(peer(session));
    }

    private static Peer peer(WebSocketSession session) {
        if (session.getAttributes().get(PEER) instanceof Peer peer) {
            return peer;
        }
        throw new IllegalStateException("The session was never opened");
    }
}
