package dev.qingdan.console.dashboard;

/** Today in numbers. */
record Overview(
        long ordersToday,
        long revenueToday,
        long awaitingPayment,
        long toAccept,
        long preparing,
        long ready) {}
