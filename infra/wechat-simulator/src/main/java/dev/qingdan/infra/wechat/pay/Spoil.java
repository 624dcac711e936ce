package dev.qingdan.infra.wechat.pay;

/** What can be wrong with a notification; only NOTHING may ever be believed. */
public enum Spoil {
    NOTHING,
    /** Signed by somebody else's key. */
    FORGED_SIGNATURE,
    /** As WeChat itself sends now and then, to see whether the merchant looks. */
    SIGNATURE_TEST,
    SIGNATURE_NOT_BASE64,
    NO_SIGNATURE,
    FOREIGN_SERIAL,
    /** Rightly signed, ten minutes ago. */
    STALE,
    /** Changed after it was signed. */
    CHANGED_BODY,
    /** Rightly signed, encrypted with a key that is not the merchant's. */
    FOREIGN_ENCRYPTION,
    /** Rightly signed and encrypted, one fen less than was asked for. */
    WRONG_AMOUNT,
    FOREIGN_MERCHANT,
    UNKNOWN_OUT_TRADE_NO
}
