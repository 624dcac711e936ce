package dev.qingdan.command.platform.security;

import dev.qingdan.command.platform.Refusal;

/** Why somebody is not let in. */
enum SecurityRefusal implements Refusal {
    TOKEN_MISSING("token.missing", Kind.UNAUTHENTICATED, "Send a token: Authorization: Bearer ..."),
    TOKEN_INVALID(
            "token.invalid", Kind.UNAUTHENTICATED, "The token is not valid here, or no longer."),
    ACCESS_DENIED("access.denied", Kind.FORBIDDEN, "Your role does not allow this.");

    private final String code;
    private final Kind kind;
    private final String detail;

    SecurityRefusal(String code, Kind kind, String detail) {
        this.code = code;
        this.kind = kind;
        this.detail = detail;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String detail() {
        return detail;
    }
}
