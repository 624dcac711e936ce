package dev.qingdan.command.payment;

import dev.qingdan.command.platform.Refusal;

/** What cannot be done only because WeChat cannot help just now. */
enum WeChatRefusal implements Refusal {
    AWAY("wechat.unavailable", "WeChat does not answer; please try again."),
    BEING_PAID("payment.in-progress", "The payment is just being made; please try again.");

    private final String code;
    private final String detail;

    WeChatRefusal(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public String detail() {
        return detail;
    }
}
