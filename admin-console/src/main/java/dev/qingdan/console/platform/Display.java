package dev.qingdan.console.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How values look on every page: the shop's time zone, yuan, grouped numbers. */
@Component("display")
public class Display {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String NOTHING = "–";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Clock clock;

    Display(Clock clock) {
        this.clock = clock;
    }

    public String money(long fen) {
        return Yuan.shown(fen);
    }

    /** The time of day for today, else the day as well. */
    public String time(@Nullable Instant instant) {
        if (instant == null) {
            return NOTHING;
        }
        var local = instant.atZone(ZONE);
        var today = clock.instant().atZone(ZONE).toLocalDate();
        return local.toLocalDate().equals(today) ? CLOCK.format(local) : DAY.format(local);
    }

    public String fullTime(@Nullable Instant instant) {
        return instant == null ? NOTHING : FULL.format(instant.atZone(ZONE));
    }

    public String number(@Nullable Number given) {
        if (given == null) {
            return NOTHING;
        }
        var value = given.doubleValue();
        return String.format(
                Locale.ROOT, value % 1 == 0 || value >= 100 ? "%,.0f" : "%,.1f", value);
    }

    /** As disks are sold: 1 MB is a million bytes. */
    public String bytes(long bytes) {
        return bytes < 1_000_000
                ? "%,d KB".formatted(Math.ceilDiv(bytes, 1_000))
                : bytes < 1_000_000_000
                        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    public int percent(long part, long whole) {
        return whole <= 0 ? 0 : (int) Math.clamp(part * 100 / whole, 0, 100);
    }

    /** Minutes and seconds, such as 1:05. */
    public String duration(double seconds) {
        var length = Duration.ofSeconds(Math.max(0, Math.round(seconds)));
        return length.toHours() > 0
                ? "%d:%02d:%02d"
                        .formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart())
                : "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }
}
