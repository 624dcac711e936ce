package dev.qingdan.command.wechat;

/** How one refund ended, as a notification tells it. */
public record RefundReport(String outTradeNo, String outRefundNo, long amount, RefundState state) {}
