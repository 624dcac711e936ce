package dev.qingdan.console.sales;

import java.time.LocalDate;

/** What one product brought a shop on one day; money in fen. */
record ProductDay(
        String shopId,
        LocalDate day,
        String sku,
        String name,
        long orders,
        long quantity,
        long revenue,
        long refunds) {}
