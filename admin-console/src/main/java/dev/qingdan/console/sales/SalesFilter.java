package dev.qingdan.console.sales;

import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Display;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The shop and the days that are looked at, both ends included. */
record SalesFilter(@Nullable String shopId, LocalDate from, LocalDate to) {

    private static final int USUAL_DAYS = 30;

    /** A page of more days would be read by nobody, and asks for too much at once. */
    private static final int MOST_DAYS = 92;

    /** The last thirty days where none were chosen; days in the wrong order are put right. */
    static SalesFilter of(
            @Nullable String shopId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Clock clock) {
        var last = to == null ? LocalDate.now(clock.withZone(Display.ZONE)) : to;
        var first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
        if (first.isAfter(last)) {
            return of(shopId, last, first, clock);
        }
        var earliest = last.minusDays(MOST_DAYS - 1);
        return new SalesFilter(shopId, first.isBefore(earliest) ? earliest : first, last);
    }

    Call narrow(Call call) {
        return call.with("shopId", shopId).with("from", from).with("to", to);
    }

    public String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (shopId != null && !shopId.isBlank()) {
            address.queryParam("shopId", shopId);
        }
        return address.queryParam("from", from).queryParam("to", to).encode().toUriString();
    }
}
