package dev.qingdan.command.wechat;

/** Who we are at WeChat, and where it finds us. */
record Merchant(String id, String appId, String paymentNotifyUrl, String refundNotifyUrl) {

    static final String CURRENCY = "CNY";
}
