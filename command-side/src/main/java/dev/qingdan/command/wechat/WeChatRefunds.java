package dev.qingdan.command.wechat;

/** Refunds at WeChat. Repeating one with the same {@code outRefundNo} gives the money back once. */
public interface WeChatRefunds {

    RefundState refund(Refund wish);

    RefundState query(String outRefundNo);

    record Refund(String outTradeNo, String outRefundNo, long amount, long total) {}
}
