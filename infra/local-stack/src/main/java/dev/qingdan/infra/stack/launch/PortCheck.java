package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.PortHolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Finds a port that is taken before a process stumbles over it. */
final class PortCheck {

    private PortCheck() {}

    static void allFree(Settings settings) {
        var taken =
                Arrays.stream(Port.values())
                        .filter(port -> isTaken(settings.port(port)))
                        .map(port -> describe(port, settings.port(port)))
                        .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new Problem(taken);
        }
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException inUse) {
            return true;
        }
    }

    private static String describe(Port port, int number) {
        return """
        Port %d is taken, and %s needs it%s.
        Stop what holds it, or choose another port: %s=%d ./run\
        """
                .formatted(number, port.user, holder(number), port.variable(), number + 10_000);
    }

    private static String holder(int number) {
        return PortHolder.of(number)
                .map(process ->
                        ": process %d holds it (%s)".formatted(process.pid(), name(process)))
                .orElse("");
    }

    private static String name(ProcessHandle process) {
        var line = process.info().commandLine().or(() -> process.info().command()).orElse("?");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
