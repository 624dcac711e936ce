package dev.qingdan.infra.wechat.pay;

import java.util.Map;

/** A notification as it goes over the wire. */
public record SignedNotification(String url, Map<String, String> headers, String body) {}
