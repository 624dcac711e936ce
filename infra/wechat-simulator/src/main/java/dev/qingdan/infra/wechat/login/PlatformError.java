package dev.qingdan.infra.wechat.login;

import dev.qingdan.infra.wechat.http.Answer;
import dev.qingdan.infra.wechat.http.Json;
import java.util.Map;

/** The platform API refuses with status 200 and a number in the body. */
enum PlatformError {
    INVALID_CREDENTIAL(40001, "invalid credential, access_token is invalid or not latest"),
    INVALID_OPENID(40003, "invalid openid"),
    INVALID_APPID(40013, "invalid appid"),
    INVALID_CODE(40029, "invalid code"),
    INVALID_TEMPLATE(40037, "invalid template_id"),
    INVALID_SECRET(40125, "invalid appsecret"),
    CODE_USED(40163, "code been used"),
    INVALID_FIELD(47003, "argument invalid!"),
    NOT_JSON(47001, "data format error");

    private final int errcode;
    private final String errmsg;

    PlatformError(int errcode, String errmsg) {
        this.errcode = errcode;
        this.errmsg = errmsg;
    }

    Answer answer() {
        return Answer.of(
                200, Json.WECHAT.writeValueAsString(Map.of("errcode", errcode, "errmsg", errmsg)));
    }
}
