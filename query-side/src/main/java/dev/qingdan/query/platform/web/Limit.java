package dev.qingdan.query.platform.web;

import org.jspecify.annotations.Nullable;

/** How many items a page holds. */
public record Limit(int value) {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    public static Limit of(@Nullable Integer asked) {
        int value = asked == null ? USUAL : asked;
        if (value < 1 || value > MOST) {
            throw Problem.invalid("limit", "is from 1 to " + MOST);
        }
        return new Limit(value);
    }

    /** One more than shown, to learn whether there is a next page. */
    public int andOne() {
        return value + 1;
    }
}
