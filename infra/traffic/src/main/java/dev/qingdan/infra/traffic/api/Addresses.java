package dev.qingdan.infra.traffic.api;

/** Where the two sides and the WeChat simulator are. */
public record Addresses(String command, String query, String wechat) {}
