package dev.qingdan.query.platform.sql;

import org.jspecify.annotations.Nullable;

/**
 * Patterns for {@code like}. What a person types is looked for as it is: no character in it is a
 * wildcard. Nothing but blanks asks for nothing.
 */
public final class Like {

    private static final String ANYTHING = "%";

    private Like() {}

    public static @Nullable String containing(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : ANYTHING + literally(typed) + ANYTHING;
    }

    public static @Nullable String startingWith(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : literally(typed) + ANYTHING;
    }

    private static String literally(String typed) {
        return typed.strip().replaceAll("([\\\\%_])", "\\\\$1");
    }
}
