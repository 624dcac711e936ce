package dev.qingdan.infra.benchmark.stack;

/** A process of the product, or one that it stands on. */
public enum Part {
    COMMAND_SIDE("command-side"),
    QUERY_SIDE("query-side"),
    ADMIN_CONSOLE("admin-console"),
    KAFKA("kafka"),
    POSTGRESQL("postgresql"),
    WECHAT("wechat-simulator");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** What the launcher calls it. */
    public String label() {
        return label;
    }
}
