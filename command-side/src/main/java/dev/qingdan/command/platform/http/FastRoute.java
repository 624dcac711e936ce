package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.Failures;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
 * @param call of the method: takes the variable, the form and the command, whichever of them and in
 *     whichever order the method itself does
 */
record FastRoute(
        String template, String prefix, @Nullable String suffix, Class<?> form, MethodHandle call) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

    /** Where members need no role, which the fast path does not ask for. */
    private static final Pattern MEMBERS_OWN = Pattern.compile("/api/v1/(?!staff/).*");

    private static final MethodType CALL =
            MethodType.methodType(
                    ResponseEntity.class, String.class, Object.class, CommandRequest.class);

    static FastRoute of(String template, Object controller, Method method) {
        if (!MEMBERS_OWN.matcher(template).matches()) {
            throw new IllegalArgumentException("Not for any member: " + template);
        }
        var form = form(method);
        var around = VARIABLE.split(template, 2);
        return new FastRoute(
                template,
                around[0],
                VARIABLE.matcher(template).find() ? around[1] : null,
                form,
                call(controller, method, form));
    }

    private static Class<?> form(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .<Class<?>>map(parameter -> parameter.getType())
                .findFirst()
                .orElse(Void.class);
    }

    private static MethodHandle call(Object controller, Method method, Class<?> form) {
        method.setAccessible(true);
        var offered =
                MethodType.methodType(
                        method.getReturnType(), String.class, form, CommandRequest.class);
        var taken =
                Arrays.stream(method.getParameterTypes())
                        .mapToInt(type -> offered.parameterList().lastIndexOf(type))
                        .toArray();
        try {
            var bound = MethodHandles.lookup().unreflect(method).bindTo(controller);
            return MethodHandles.permuteArguments(bound, offered, taken).asType(CALL);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " was made accessible", e);
        }
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

    RecordedAnswer call(String path, @Nullable Object read, CommandRequest command) {
        try {
            return RecordedAnswer.in(
                    (ResponseEntity<byte[]>) call.invokeExact(variable(path), read, command));
        } catch (Throwable failure) { // A handle's method may throw anything.
            throw Failures.unchecked(failure);
        }
    }
}
