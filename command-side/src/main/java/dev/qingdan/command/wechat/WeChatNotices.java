package dev.qingdan.command.wechat;

/** Reads what WeChat sends by itself. */
public interface WeChatNotices {

    Notice<PaymentState.Paid> payment(SignedMessage message);

    Notice<RefundReport> refund(SignedMessage message);
}
