package dev.qingdan.infra.benchmark.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** What Linux tells of processes. */
public final class Processes {

    private static final long MICROS_PER_TICK = 10_000;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;
    private static final int START = 19;

    private Processes() {}

    /** CPU time that one process has used, in microseconds. */
    public static long cpu(long pid) {
        return ticks(pid, USER, SYSTEM) * MICROS_PER_TICK;
    }

    /** The same of a process, its children, and those children that are gone already. */
    public static long cpuOfTree(long pid) {
        var children =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToLong(child -> cpu(child.pid()))
                        .sum();
        var own = ticks(pid, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM) * MICROS_PER_TICK;
        return own + children;
    }

    /**
     * How long ago a process was started. {@link ProcessHandle.Info#startInstant()} does not say:
     * it counts from the time of boot, of which Linux tells whole seconds only.
     */
    public static Duration age(long pid) {
        var now = lines(Path.of("/proc/uptime")).findFirst().orElseThrow().split(" ")[0];
        var sinceBoot = Duration.ofMillis(Math.round(1000 * Double.parseDouble(now)));
        return sinceBoot.minus(ticks(pid, START) * MICROS_PER_TICK, ChronoUnit.MICROS);
    }

    /** The most memory that the process ever had resident, in bytes. */
    public static long peakMemory(long pid) {
        return memory(pid, "VmHWM:");
    }

    /** The memory that the process has resident now, in bytes. */
    public static long memory(long pid) {
        return memory(pid, "VmRSS:");
    }

    /** What a process and its children have resident; what they share counts once for each. */
    static long memoryOfTree(long pid) {
        return memory(pid)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToLong(child -> memory(child.pid(), "RssAnon:"))
                        .sum();
    }

    private static long memory(long pid, String field) {
        return lines(Path.of("/proc/" + pid + "/status"))
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private static long ticks(long pid, int... fields) {
        return lines(Path.of("/proc/" + pid + "/stat"))
                .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "))
                .mapToLong(values -> {
                    long sum = 0;
                    for (int field : fields) {
                        sum += Long.parseLong(values[field]);
                    }
                    return sum;
                })
                .sum();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (NoSuchFileException gone) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
