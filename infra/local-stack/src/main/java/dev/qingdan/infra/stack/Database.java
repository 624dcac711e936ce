package dev.qingdan.infra.stack;

/** How to reach one database. */
public record Database(String url, String user, String password) {}
