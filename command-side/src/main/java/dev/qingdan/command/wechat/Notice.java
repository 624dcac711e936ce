package dev.qingdan.command.wechat;

/** A call that claims to come from WeChat, after its signature, age and content were looked at. */
public sealed interface Notice<T> {

    /** Surely WeChat's. Its {@code id} is the same each time WeChat sends it again. */
    record Genuine<T>(String id, T content) implements Notice<T> {}

    /** Forged, or so old that it may be a recording. */
    record Untrusted<T>(String why) implements Notice<T> {}

    /** Signed by WeChat, but not about a payment of this shop. */
    record Unreadable<T>(String why) implements Notice<T> {}
}
