package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.Failures;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * A {@link Frequent} method and where it is found.
 *
 * @param template of its path, with at most one variable
 * @param prefix what comes before the variable
 * @param suffix what comes after it, nothing where there is no variable
 * @param form what the body is read as, {@link Void} where it is not read
 */
record FastRoute(
        String template,
        String prefix,
        @Nullable String suffix,
        Object controller,
        Method method,
        Class<?> form) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

    /** Where members need no role, which the fast path does not ask for. */
    private static final Pattern MEMBERS_OWN = Pattern.compile("/api/v1/(?!staff/).*");

    static FastRoute of(String template, Object controller, Method method) {
        if (!MEMBERS_OWN.matcher(template).matches()) {
            throw new IllegalArgumentException("Not for any member: " + template);
        }
        method.setAccessible(true);
        var around = VARIABLE.split(template, 2);
        return new FastRoute(
                template,
                around[0],
                VARIABLE.matcher(template).find() ? around[1] : null,
                controller,
                method,
                form(method));
    }

    private static Class<?> form(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .<Class<?>>map(parameter -> parameter.getType())
                .findFirst()
                .orElse(Void.class);
    }

    boolean takesForm() {
        return form != Void.class;
    }

    /** A variable with anything but letters, digits and hyphens is left to others to decode. */
    boolean leads(String path) {
        if (suffix == null) {
            return path.equals(prefix);
        }
        return path.startsWith(prefix)
                && path.endsWith(suffix)
                && path.length() > prefix.length() + suffix.length()
                && variable(path).chars().allMatch(FastRoute::isPlain);
    }

    private String variable(String path) {
        int end = suffix == null ? 0 : suffix.length();
        return path.substring(prefix.length(), path.length() - end);
    }

    private static boolean isPlain(int character) {
        return character < 128 && (Character.isLetterOrDigit(character) || character == '-');
    }

    @SuppressWarnings("unchecked") // What answers commands returns this.
    ResponseEntity<byte[]> call(String path, @Nullable Object read, CommandRequest command) {
        try {
            return (ResponseEntity<byte[]>)
                    method.invoke(controller, arguments(variable(path), read, command));
        } catch (InvocationTargetException e) {
            throw Failures.unchecked(e.getTargetException());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " was made accessible", e);
        }
    }

    private @Nullable Object[] arguments(
            String variable, @Nullable Object read, CommandRequest command) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> {
                    if (type == CommandRequest.class) {
                        return command;
                    }
                    return type == form ? read : variable;
                })
                .toArray();
    }
}
