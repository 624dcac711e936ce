package dev.qingdan.command.wechat;

/** The body of a notification exactly as it came, with the headers that sign it. */
public record SignedMessage(
        String timestamp, String nonce, String signature, String serial, String body) {}
