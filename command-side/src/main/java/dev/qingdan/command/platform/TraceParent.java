package dev.qingdan.command.platform;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a trace, as the {@code traceparent} of W3C Trace Context tells it. */
public record TraceParent(String traceId, String parentId, byte flags) {

    /** Invalid are version ff, a 00 that goes on where only later versions may, and zero ids. */
    private static final Pattern HEADER =
            Pattern.compile(
                    "(?!ff|00.{54})[0-9a-f]{2}"
                            + "-((?!0{32})[0-9a-f]{32})"
                            + "-((?!0{16})[0-9a-f]{16})"
                            + "-([0-9a-f]{2})(?:-.*)?");

    /** Sampled, and trace id at random; what else a later version may flag is not ours to tell. */
    private static final int KNOWN_FLAGS = 0b11;

    private static final byte NOT_SAMPLED = 0;

    private static final HexFormat HEX = HexFormat.of();

    /** Where the header says; a new trace where there is none or it says nothing valid. */
    public static TraceParent continuing(@Nullable String header) {
        if (header == null) {
            return start();
        }
        var valid = HEADER.matcher(header);
        return valid.matches()
                ? new TraceParent(valid.group(1), valid.group(2), flags(valid.group(3)))
                : start();
    }

    /** A new trace; nobody records its spans here, so it does not claim to be sampled. */
    public static TraceParent start() {
        return new TraceParent(random() + random(), random(), NOT_SAMPLED);
    }

    private static byte flags(String digits) {
        return (byte) (HexFormat.fromHexDigits(digits) & KNOWN_FLAGS);
    }

    /** Of 16 digits. */
    private static String random() {
        return HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** The header, in the version that we know. */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + parentId + "-" + HEX.toHexDigits(flags);
    }
}
