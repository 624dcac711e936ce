package dev.qingdan.console.platform;

/** The two services that the console talks to. */
public enum Side {
    COMMAND,
    QUERY
}
