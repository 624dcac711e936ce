package dev.qingdan.command.wechat;

import com.wechat.pay.java.core.cipher.Signer;
import com.wechat.pay.java.service.payments.jsapi.JsapiService;
import com.wechat.pay.java.service.payments.jsapi.model.Amount;
import com.wechat.pay.java.service.payments.jsapi.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.jsapi.model.Payer;
import com.wechat.pay.java.service.payments.jsapi.model.PrepayRequest;
import com.wechat.pay.java.service.payments.jsapi.model.QueryOrderByOutTradeNoRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

final class JsapiPay implements WeChatPay {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JsapiService jsapi;
    private final Signer signer;
    private final TransactionReader transactions;
    private final Merchant merchant;
    private final Clock clock;

    JsapiPay(JsapiService jsapi, Signer signer, Merchant merchant, Clock clock) {
        this.jsapi = jsapi;
        this.signer = signer;
        this.transactions = new TransactionReader(merchant);
        this.merchant = merchant;
        this.clock = clock;
    }

    @Override
    public PrepayAnswer prepay(Prepay wish) {
        return PayCall.ask(
                () -> new PrepayAnswer.Prepared(jsapi.prepay(request(wish)).getPrepayId()),
                code ->
                        switch (code) {
                            case "ORDERPAID", "ORDER_PAID" -> new PrepayAnswer.AlreadyPaid();
                            case "ORDER_CLOSED" -> new PrepayAnswer.AlreadyClosed();
                            default -> new PrepayAnswer.Refused(code);
                        },
                away -> away);
    }

    private PrepayRequest request(Prepay wish) {
        var amount = new Amount();
        amount.setTotal(Math.toIntExact(wish.amount()));
        amount.setCurrency(Merchant.CURRENCY);
        var payer = new Payer();
        payer.setOpenid(wish.openid());
        var request = new PrepayRequest();
        request.setAppid(merchant.appId());
        request.setMchid(merchant.id());
        request.setDescription(wish.description());
        request.setOutTradeNo(wish.outTradeNo());
        request.setNotifyUrl(merchant.paymentNotifyUrl());
        request.setTimeExpire(wish.payUntil().truncatedTo(ChronoUnit.SECONDS).toString());
        request.setAmount(amount);
        request.setPayer(payer);
        return request;
    }

    @Override
    public PayParameters parameters(String prepayId) {
        String timeStamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = nonce();
        String prepayPackage = "prepay_id=" + prepayId;
        String signed = String.join("\n", merchant.appId(), timeStamp, nonce, prepayPackage, "");
        return new PayParameters(
                timeStamp, nonce, prepayPackage, "RSA", signer.sign(signed).getSign());
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public PaymentState query(String outTradeNo) {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(merchant.id());
        request.setOutTradeNo(outTradeNo);
        return PayCall.ask(
                () -> transactions.read(jsapi.queryOrderByOutTradeNo(request)),
                code ->
                        switch (code) {
                            case "ORDER_NOT_EXIST", "RESOURCE_NOT_EXISTS" ->
                                    new PaymentState.Unknown();
                            default -> new Unavailable(code);
                        },
                away -> away);
    }

    @Override
    public CloseAnswer close(String outTradeNo) {
        var request = new CloseOrderRequest();
        request.setMchid(merchant.id());
        request.setOutTradeNo(outTradeNo);
        return PayCall.ask(
                () -> {
                    jsapi.closeOrder(request);
                    return new CloseAnswer.Closed();
                },
                code ->
                        switch (code) {
                            case "ORDER_CLOSED" -> new CloseAnswer.Closed();
                            case "ORDERPAID", "ORDER_PAID" -> new CloseAnswer.AlreadyPaid();
                            case "USER_PAYING", "USERPAYING" -> new CloseAnswer.BeingPaid();
                            case "ORDER_NOT_EXIST", "RESOURCE_NOT_EXISTS" ->
                                    new CloseAnswer.Unknown();
                            default -> new Unavailable(code);
                        },
                away -> away);
    }
}
