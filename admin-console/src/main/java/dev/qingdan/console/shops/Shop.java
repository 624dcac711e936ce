package dev.qingdan.console.shops;

/** A place that takes orders. */
public record Shop(String shopId, String name) {}
