package dev.qingdan.infra.wechat.pay;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** WeChat Pay writes times as China's clocks show them. */
final class WeChatTime {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private WeChatTime() {}

    static @Nullable String write(@Nullable Instant time) {
        return time == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        time.truncatedTo(ChronoUnit.SECONDS).atZone(CHINA));
    }
}
