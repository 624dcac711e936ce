package dev.qingdan.command.platform.store;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;

/** Names the shape of a class, so that no snapshot is read into another shape than its own. */
final class Shape {

    private static final ClassValue<String> SHAPES =
            new ClassValue<>() {
                @Override
                protected String computeValue(Class<?> type) {
                    return describe(type);
                }
            };

    private Shape() {}

    static String of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static String describe(Class<?> type) {
        if (!type.getName().startsWith("dev.qingdan.") || type.isEnum()) {
            return type.getSimpleName();
        }
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .sorted(Comparator.comparing(Field::getName))
                .map(field -> field.getName() + ":" + describe(field.getType()))
                .collect(joining(",", type.getSimpleName() + "{", "}"));
    }
}
