package dev.qingdan.console.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Money is kept in fen and shown in yuan; there is no floating point between them. */
public final class Yuan {

    private static final Pattern TYPED = Pattern.compile("¥?(\\d{1,7})(?:\\.(\\d{1,2}))?元?");

    private Yuan() {}

    public static String shown(long fen) {
        var whole = Math.abs(fen);
        return (fen < 0 ? "-" : "")
                + "¥"
                + String.format(Locale.ROOT, "%,d.%02d", whole / 100, whole % 100);
    }

    /** As it stands in a text field. */
    public static String typed(long fen) {
        return String.format(Locale.ROOT, "%d.%02d", fen / 100, fen % 100);
    }

    /** What a person typed, also from a Chinese keyboard; empty when it is no amount. */
    public static OptionalLong parse(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(",", "").strip();
        var amount = TYPED.matcher(plain.replace("。", "."));
        if (!amount.matches()) {
            return OptionalLong.empty();
        }
        var fen = amount.group(2) == null ? "00" : (amount.group(2) + "0").substring(0, 2);
        return OptionalLong.of(Long.parseLong(amount.group(1)) * 100 + Long.parseLong(fen));
    }
}
