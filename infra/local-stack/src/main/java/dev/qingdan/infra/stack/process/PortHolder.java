package dev.qingdan.infra.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, where Linux tells us: it does for processes of the same user. */
public final class PortHolder {

    private static final List<Path> TABLES =
            List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String LISTENING = "0A";

    private PortHolder() {}

    public static Optional<ProcessHandle> of(int port) {
        return TABLES.stream()
                .flatMap(PortHolder::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> listensOn(port, fields))
                .map(fields -> "socket:[" + fields[9] + "]")
                .findFirst()
                .flatMap(PortHolder::owner);
    }

    private static boolean listensOn(int port, String[] fields) {
        return fields.length > 9
                && fields[1].endsWith(":%04X".formatted(port))
                && fields[3].equals(LISTENING);
    }

    private static Optional<ProcessHandle> owner(String socket) {
        return ProcessHandle.allProcesses().filter(it -> hasOpen(it.pid(), socket)).findFirst();
    }

    private static boolean hasOpen(long pid, String socket) {
        try (var descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.anyMatch(it -> socket.equals(target(it)));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException notLinux) {
            return Stream.empty();
        }
    }
}
