package dev.qingdan.query.platform.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/** Why this side ends a connection: a close code and, as its reason, a code that stays the same. */
enum Farewell {
    STOPPING(1001, "service.stopping"),
    TOO_CHATTY(1008, "live.too-chatty"),
    BROKEN(1011, "live.broken"),
    TOO_SLOW(1013, "live.too-slow"),
    MALFORMED(4400, "live.malformed"),
    TOKEN_MISSING(4401, "token.missing"),
    TOKEN_INVALID(4401, "token.invalid"),
    TOKEN_EXPIRED(4401, "token.expired"),
    NO_HELLO(4408, "live.no-hello"),
    SILENT(4408, "live.silent"),
    TOO_MANY(4429, "live.too-many-connections");

    private final int code;
    private final String reason;

    Farewell(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    CloseReason frame() {
        return new CloseReason(CloseCodes.getCloseCode(code), reason);
    }
}
