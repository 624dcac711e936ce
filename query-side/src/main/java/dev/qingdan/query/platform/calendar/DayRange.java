package dev.qingdan.query.platform.calendar;

import dev.qingdan.query.platform.web.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days that were asked for, both ends included; an end that was not named is open. */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    public DayRange {
        check("from", from);
        check("to", to);
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.invalid("to", "is not before from");
        }
    }

    /** Four digits: the database knows a few years less than Java. */
    private static void check(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 0 || day.getYear() > 9999)) {
            throw Problem.invalid(field, "is a day such as 2026-11-01");
        }
    }
}
