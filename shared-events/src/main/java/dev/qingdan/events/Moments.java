package dev.qingdan.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Moments as {@code 2026-03-01T04:00:00.25Z}, the form in which all our JSON and headers have them:
 * a tenth of the time that {@link Instant#parse} and {@link Instant#toString} take, which was the
 * larger part of decoding an event. Any other form is left to those.
 */
public final class Moments {

    private static final int WHOLE_SECONDS = "2026-03-01T04:00:00Z".length();
    private static final int[] SCALE = {1_000_000_000, 1_000_000, 1_000, 1};
    private static final int LONGEST = "2026-03-01T04:00:00.123456789Z".length();

    private Moments() {}

    /**
     * @throws DateTimeException where the text is no moment
     */
    static Instant parse(String text) {
        if (!isUsual(text)) {
            return Instant.parse(text);
        }
        int end = text.length() - 1;
        int nanos = 0;
        for (int i = WHOLE_SECONDS; i < LONGEST - 1; i++) {
            nanos = nanos * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    /** Whether it is written as we write it; the numbers in it may still be no moment. */
    static boolean isUsual(String text) {
        int end = text.length() - 1;
        if (end < WHOLE_SECONDS - 1 || end == WHOLE_SECONDS || end >= LONGEST) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            var expected =
                    switch (i) {
                        case 4, 7 -> '-';
                        case 10 -> 'T';
                        case 13, 16 -> ':';
                        case 19 -> '.';
                        default -> '0';
                    };
            var character = text.charAt(i);
            if (expected == '0' ? character < '0' || character > '9' : character != expected) {
                return false;
            }
        }
        return text.charAt(end) == 'Z';
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** The same text as {@link Instant#toString} gives: no, three, six or nine decimals. */
    public static String format(Instant moment) {
        var time = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > 9999) {
            return moment.toString();
        }
        int nanos = moment.getNano();
        int decimals = decimals(nanos);
        var text = new byte[decimals == 0 ? WHOLE_SECONDS : WHOLE_SECONDS + 1 + decimals];
        put(text, 4, 4, time.getYear(), '-');
        put(text, 7, 2, time.getMonthValue(), '-');
        put(text, 10, 2, time.getDayOfMonth(), 'T');
        put(text, 13, 2, time.getHour(), ':');
        put(text, 16, 2, time.getMinute(), ':');
        put(text, 19, 2, time.getSecond(), decimals == 0 ? 'Z' : '.');
        if (decimals > 0) {
            put(text, 20 + decimals, decimals, nanos / SCALE[decimals / 3], 'Z');
        }
        return new String(text, ISO_8859_1);
    }

    private static int decimals(int nanos) {
        int decimals = 0;
        while (nanos % SCALE[decimals / 3] != 0) {
            decimals += 3;
        }
        return decimals;
    }

    /** The number with leading zeros, its last digit before {@code end}, and what follows it. */
    private static void put(byte[] text, int end, int digits, int number, char next) {
        for (int i = 1; i <= digits; i++) {
            text[end - i] = (byte) ('0' + number % 10);
            number /= 10;
        }
        text[end] = (byte) next;
    }
}
