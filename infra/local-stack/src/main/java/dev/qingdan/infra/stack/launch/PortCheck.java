package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.PortHolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Finds a port that is taken before a process stumbles over it. */
final class PortCheck {

    private PortCheck() {}

    static void allFree(Settings settings) {
        var taken = Arrays.stream(Port.values()).filter(it -> isTaken(settings.port(it))).toList();
        if (!taken.isEmpty()) {
            throw new Problem(describe(taken, settings));
        }
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException inUse) {
            return true;
        }
    }

    private static String describe(List<Port> taken, Settings settings) {
        var lines = new StringJoiner("\n");
        var others = new StringJoiner(" ");
        for (var port : taken) {
            var number = settings.port(port);
            lines.add(
                    "Port %d is taken, and %s needs it%s."
                            .formatted(number, port.user, holder(number)));
            others.add(port.variable() + "=" + (number + 10_000) % 65_536);
        }
        return lines.add("Stop what holds it, or choose another: " + others + " ./run").toString();
    }

    private static String holder(int number) {
        return PortHolder.of(number)
                .map(process ->
                        ": process %d holds it (%s)".formatted(process.pid(), name(process)))
                .orElse("");
    }

    private static String name(ProcessHandle process) {
        var line = process.info().commandLine().or(() -> process.info().command()).orElse("?");
        return CommandLine.shorten(line);
    }
}
