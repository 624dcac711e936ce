package dev.qingdan.command.wechat;

import org.jspecify.annotations.Nullable;

/** What WeChat says to a login code. */
public sealed interface LoginAnswer
        permits LoginAnswer.Accepted, LoginAnswer.Rejected, LoginAnswer.Blocked, Unavailable {

    record Accepted(String openid, @Nullable String unionid) implements LoginAnswer {
        /** The openid is personal: it stays out of every log. */
        @Override
        public String toString() {
            return "Accepted";
        }
    }

    /** The code is invalid, too old, or was used before. */
    record Rejected(int errcode) implements LoginAnswer {}

    /** WeChat holds this person to be a high risk. */
    record Blocked() implements LoginAnswer {}
}
