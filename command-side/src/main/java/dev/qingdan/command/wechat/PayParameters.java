package dev.qingdan.command.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a mini-program hands to {@code wx.requestPayment}, unchanged. */
public record PayParameters(
        String timeStamp,
        String nonceStr,
        @JsonProperty("package") String prepayPackage,
        String signType,
        String paySign) {}
