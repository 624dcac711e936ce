package dev.qingdan.infra.wechat.pay;

import dev.qingdan.infra.wechat.http.Answer;
import dev.qingdan.infra.wechat.http.Json;
import java.util.Map;

/** WeChat Pay's refusals, with the status and the words that WeChat uses. */
public enum PayError {
    PARAM_ERROR(400, "参数错误"),
    INVALID_REQUEST(400, "请求不符合业务规则"),
    SIGN_ERROR(401, "错误的签名,验签失败"),
    APPID_MCHID_NOT_MATCH(400, "appid和mch_id不匹配"),
    ORDERPAID(400, "该订单已支付"),
    ORDER_CLOSED(400, "该订单已关闭"),
    OUT_TRADE_NO_USED(403, "商户订单号重复"),
    ORDER_NOT_EXIST(404, "订单不存在"),
    RESOURCE_NOT_EXISTS(404, "订单或退款单不存在");

    private final int status;
    private final String message;

    PayError(int status, String message) {
        this.status = status;
        this.message = message;
    }

    public Answer answer() {
        return Answer.of(
                status, Json.WECHAT.writeValueAsString(Map.of("code", name(), "message", message)));
    }
}
