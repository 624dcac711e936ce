package dev.qingdan.query.platform.engine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How much CPU this JVM and the backends of its database have used: on a busy machine the only
 * figure that means something.
 */
record CpuTime(Duration jvm, Duration postgres) {

    private static final long MILLIS_PER_TICK = 10;

    static CpuTime now(JdbcTemplate jdbc) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var ticks =
                jdbc
                        .queryForList(
                                "select pid from pg_stat_activity where datname = current_database()",
                                Long.class)
                        .stream()
                        .mapToLong(CpuTime::ticks)
                        .sum();
        return new CpuTime(
                Duration.ofNanos(system.getProcessCpuTime()),
                Duration.ofMillis(ticks * MILLIS_PER_TICK));
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(jvm.minus(before.jvm), postgres.minus(before.postgres));
    }

    private static long ticks(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            throw new UncheckedIOException("No such backend: " + pid, e);
        }
    }
}
