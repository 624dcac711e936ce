package dev.qingdan.command.member;

import dev.qingdan.command.platform.Refusal;

/** Why nobody is logged in. */
enum SessionRefusal implements Refusal {
    CODE_REJECTED("session.code-rejected", Kind.UNAUTHENTICATED, "WeChat does not take this code."),
    BLOCKED("session.blocked", Kind.FORBIDDEN, "WeChat has blocked this person."),
    WECHAT_UNAVAILABLE("wechat.unavailable", Kind.UNAVAILABLE, "WeChat does not answer just now.");

    private final String code;
    private final Kind kind;
    private final String detail;

    SessionRefusal(String code, Kind kind, String detail) {
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
