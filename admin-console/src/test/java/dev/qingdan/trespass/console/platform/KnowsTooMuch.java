package dev.qingdan.trespass.console.platform;

import dev.qingdan.trespass.console.orders.OrdersPage;

/** A platform that knows a feature. */
public record KnowsTooMuch(OrdersPage page) {}
