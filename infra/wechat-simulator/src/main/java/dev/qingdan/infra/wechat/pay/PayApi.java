package dev.qingdan.infra.wechat.pay;

import dev.qingdan.infra.wechat.http.Answer;
import dev.qingdan.infra.wechat.http.Call;
import dev.qingdan.infra.wechat.http.Json;
import dev.qingdan.infra.wechat.http.Routes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** The paths of WeChat Pay APIv3 that a merchant with its own mini-program calls. */
public final class PayApi {

    private final Ledger ledger;
    private final Cashier cashier;
    private final PayKeys keys;

    public PayApi(Ledger ledger, Cashier cashier, PayKeys keys) {
        this.ledger = ledger;
        this.cashier = cashier;
        this.keys = keys;
    }

    public void addTo(Routes routes) {
        routes.on("POST", "/v3/pay/transactions/jsapi", this::prepay)
                .on("GET", "/v3/pay/transactions/out-trade-no/{n}", this::query)
                .on("POST", "/v3/pay/transactions/out-trade-no/{n}/close", this::close)
                .on("POST", "/v3/refund/domestic/refunds", this::refund)
                .on("GET", "/v3/refund/domestic/refunds/{n}", this::queryRefund);
    }

    private Answer prepay(Call call) {
        return read(call, PrepayRequest.class)
                .map(request ->
                        isOurs(request)
                                ? answer(
                                        ledger.prepay(request),
                                        it -> Map.of("prepay_id", it.prepayId()))
                                : PayError.APPID_MCHID_NOT_MATCH.answer())
                .orElseGet(PayError.PARAM_ERROR::answer);
    }

    private Answer query(Call call, String outTradeNo) {
        if (call.parameter("mchid").filter(keys.mchId()::equals).isEmpty()) {
            return PayError.PARAM_ERROR.answer();
        }
        return ledger.payment(outTradeNo)
                .map(payment -> ok(Views.transaction(payment)))
                .orElseGet(PayError.ORDER_NOT_EXIST::answer);
    }

    private Answer close(Call call, String outTradeNo) {
        return ledger.close(outTradeNo).fold(_ -> Answer.noContent(), PayError::answer);
    }

    private Answer refund(Call call) {
        return read(call, RefundRequest.class)
                .map(request -> answer(cashier.refund(request), Views::refund))
                .orElseGet(PayError.PARAM_ERROR::answer);
    }

    private Answer queryRefund(Call call, String outRefundNo) {
        return ledger.refund(outRefundNo)
                .map(refund -> ok(Views.refund(refund)))
                .orElseGet(PayError.RESOURCE_NOT_EXISTS::answer);
    }

    private boolean isOurs(PrepayRequest request) {
        return request.appid().equals(keys.appId()) && request.mchid().equals(keys.mchId());
    }

    private static <T> Optional<T> read(Call call, Class<T> type) {
        try {
            return Optional.ofNullable(Json.WECHAT.readValue(call.body(), type));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static <T> Answer answer(Ruling<T> ruling, Function<T, Object> view) {
        return ruling.fold(accepted -> ok(view.apply(accepted)), PayError::answer);
    }

    private static Answer ok(Object view) {
        return Answer.of(200, Json.WECHAT.writeValueAsString(view));
    }
}
