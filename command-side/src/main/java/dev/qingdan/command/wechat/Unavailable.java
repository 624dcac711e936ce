package dev.qingdan.command.wechat;

/**
 * WeChat gave no usable answer, so nothing is known of what it did: ask again with the same number.
 */
public record Unavailable(String why)
        implements LoginAnswer, PrepayAnswer, PaymentState, CloseAnswer, RefundState {}
