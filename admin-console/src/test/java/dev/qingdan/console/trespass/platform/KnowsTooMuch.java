package dev.qingdan.console.trespass.platform;

import dev.qingdan.console.trespass.orders.OrdersPage;

/** A platform that knows a feature. */
public record KnowsTooMuch(OrdersPage page) {}
