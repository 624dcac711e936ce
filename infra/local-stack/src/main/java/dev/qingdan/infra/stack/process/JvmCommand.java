package dev.qingdan.infra.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How one child JVM is started: on the JDK that runs us, below a {@link Leash}. */
public record JvmCommand(
        String name,
        List<String> flags,
        String classPath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment) {

    /**
     * Ctrl-C reaches a whole process group, but the order of stopping is for the parent to decide.
     */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    public JvmCommand withFlags(List<String> more) {
        var all = new ArrayList<>(flags);
        all.addAll(more);
        return new JvmCommand(name, List.copyOf(all), classPath, mainClass, arguments, environment);
    }

    List<String> line() {
        var line = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        line.add(java());
        line.addAll(flags);
        line.addAll(List.of("-cp", classPath, Leash.class.getName(), mainClass));
        line.addAll(arguments);
        return List.copyOf(line);
    }

    /** The program that runs us, by the name that the system knows it by. */
    public static String java() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            return java.toRealPath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("This JVM has no " + java, e);
        }
    }
}
