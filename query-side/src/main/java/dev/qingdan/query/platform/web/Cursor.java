package dev.qingdan.query.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended: the sort key of its last item. Opaque to clients. */
public record Cursor(List<String> key) {

    private static final String SEPARATOR = "\n";
    private static final int LONGEST = 500;

    public static Cursor after(Object... key) {
        return new Cursor(Arrays.stream(key).map(Object::toString).toList());
    }

    /** None at the beginning of a list. */
    public static @Nullable Cursor parse(@Nullable String text, int parts) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() <= LONGEST) {
                var decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
                var key = List.of(decoded.split(SEPARATOR, -1));
                if (key.size() == parts && decoded.indexOf('\u0000') < 0) {
                    return new Cursor(key);
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        throw refused();
    }

    public String text(int part) {
        return key.get(part);
    }

    public Instant moment(int part) {
        try {
            return Instant.parse(key.get(part));
        } catch (DateTimeException garbage) {
            throw refused();
        }
    }

    public LocalDate day(int part) {
        try {
            return LocalDate.parse(key.get(part));
        } catch (DateTimeException garbage) {
            throw refused();
        }
    }

    public long number(int part) {
        try {
            return Long.parseLong(key.get(part));
        } catch (NumberFormatException garbage) {
            throw refused();
        }
    }

    private static Problem refused() {
        return Problem.invalid("cursor", "is not one that a page of this list ended with");
    }

    @Override
    public String toString() {
        var text = String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
