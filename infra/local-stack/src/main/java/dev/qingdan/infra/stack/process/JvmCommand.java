package dev.qingdan.infra.stack.process;

import java.io.File;
import java.net.URISyntaxException;
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

    List<String> line() {
        var line = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.addAll(List.of("-cp", placeOfLeash() + File.pathSeparator + classPath));
        line.addAll(List.of(Leash.class.getName(), mainClass));
        line.addAll(arguments);
        return List.copyOf(line);
    }

    private static String placeOfLeash() {
        try {
            var source = Leash.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(source.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path has an address that is no file", e);
        }
    }
}
