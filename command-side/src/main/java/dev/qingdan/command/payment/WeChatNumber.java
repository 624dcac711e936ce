package dev.qingdan.command.payment;

import java.util.UUID;

/**
 * Our ids as WeChat's numbers, and back: without dashes, since an {@code out_trade_no} has at most
 * 32 characters.
 */
final class WeChatNumber {

    private WeChatNumber() {}

    static String of(String id) {
        return id.replace("-", "");
    }

    /** The id behind a number; a number that is not ours gives an id that nobody has. */
    static String toId(String number) {
        if (!number.matches("[0-9a-f]{32}")) {
            return number;
        }
        long high = Long.parseUnsignedLong(number, 0, 16, 16);
        long low = Long.parseUnsignedLong(number, 16, 32, 16);
        return new UUID(high, low).toString();
    }
}
