package dev.qingdan.events;

/** Pieces of one product whose price a member wants back. */
public record RefundLine(String sku, int quantity) {}
