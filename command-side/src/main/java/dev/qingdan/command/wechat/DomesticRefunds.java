package dev.qingdan.command.wechat;

import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Status;
import java.time.OffsetDateTime;

final class DomesticRefunds implements WeChatRefunds {

    private final RefundService refunds;
    private final Merchant merchant;

    DomesticRefunds(RefundService refunds, Merchant merchant) {
        this.refunds = refunds;
        this.merchant = merchant;
    }

    @Override
    public RefundState refund(Refund wish) {
        var amount = new AmountReq();
        amount.setRefund(wish.amount());
        amount.setTotal(wish.total());
        amount.setCurrency(Merchant.CURRENCY);
        var request = new CreateRequest();
        request.setOutTradeNo(wish.outTradeNo());
        request.setOutRefundNo(wish.outRefundNo());
        request.setNotifyUrl(merchant.refundNotifyUrl());
        request.setAmount(amount);
        return PayCall.ask(
                () -> {
                    var refund = refunds.create(request);
                    return state(refund.getStatus(), refund.getSuccessTime());
                },
                RefundState.Failed::new,
                away -> away);
    }

    @Override
    public RefundState query(String outRefundNo) {
        var request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(outRefundNo);
        return PayCall.ask(
                () -> {
                    var refund = refunds.queryByOutRefundNo(request);
                    return state(refund.getStatus(), refund.getSuccessTime());
                },
                code ->
                        switch (code) {
                            case "RESOURCE_NOT_EXISTS" -> new RefundState.Unknown();
                            default -> new Unavailable(code);
                        },
                away -> away);
    }

    static RefundState state(Status status, String successTime) {
        return switch (status) {
            case PROCESSING -> new RefundState.Processing();
            case SUCCESS ->
                    new RefundState.Succeeded(OffsetDateTime.parse(successTime).toInstant());
            case CLOSED, ABNORMAL -> new RefundState.Failed(status.name());
        };
    }
}
