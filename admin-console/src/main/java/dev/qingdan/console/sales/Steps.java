package dev.qingdan.console.sales;

import org.jspecify.annotations.Nullable;

/** How many orders took which step on the days that are looked at, and how fast they were made. */
record Steps(
        long placed,
        long paid,
        long expired,
        long cancelled,
        long refunded,
        @Nullable Integer medianMinutesToReady) {}
