package dev.qingdan.console.events;

import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Display;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of events is narrowed to; moments are the shop's local time. */
record EventFilter(
        @Nullable String type,
        @Nullable String aggregate,
        @Nullable String correlation,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to) {

    Call narrow(Call call) {
        return call.with("type", type)
                .with("aggregate", aggregate)
                .with("correlation", correlation)
                .with("from", instant(from))
                .with("to", instant(to));
    }

    /** The same list at another address, for its next page. */
    public String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "type", type);
        add(address, "aggregate", aggregate);
        add(address, "correlation", correlation);
        add(address, "from", from);
        add(address, "to", to);
        return address.encode().toUriString();
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(Display.ZONE).toInstant();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, value);
        }
    }
}
