package dev.qingdan.query.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days and hours as the shops count them: in Chinese time, wherever the machine stands. */
public final class ShopTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ShopTime() {}

    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    public static int hourOf(Instant moment) {
        return moment.atZone(ZONE).getHour();
    }
}
