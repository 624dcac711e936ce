package dev.qingdan.infra.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How one child JVM is started: on the JDK that runs us, below a {@link Leash}. */
public record JvmCommand(
        String name,
        List<String> flags,
        String classPath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment,
        int niceness) {

    /**
     * Ctrl-C reaches a whole process group, but the order of stopping is for the parent to decide.
     */
    private static final String DEAF_TO_THE_TERMINAL =
            "trap '' INT HUP; exec nice -n \"$0\" \"$@\"";

    private static final int AS_NICE_AS_CAN_BE = 19;

    public JvmCommand(
            String name,
            List<String> flags,
            String classPath,
            String mainClass,
            List<String> arguments,
            Map<String, String> environment) {
        this(name, flags, classPath, mainClass, arguments, environment, 0);
    }

    public JvmCommand withFlags(String... more) {
        var all = Stream.concat(flags.stream(), Stream.of(more)).toList();
        return new JvmCommand(name, all, classPath, mainClass, arguments, environment, niceness);
    }

    public JvmCommand withClassPath(String other) {
        return new JvmCommand(name, flags, other, mainClass, arguments, environment, niceness);
    }

    /** For work that nobody waits for. */
    public JvmCommand inTheBackground() {
        return new JvmCommand(
                name, flags, classPath, mainClass, arguments, environment, AS_NICE_AS_CAN_BE);
    }

    List<String> line() {
        var line = new ArrayList<>(List.of("sh", "-c", DEAF_TO_THE_TERMINAL, "" + niceness));
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
