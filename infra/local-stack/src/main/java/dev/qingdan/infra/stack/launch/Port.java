package dev.qingdan.infra.stack.launch;

/** The ports of the stack, each changeable by an environment variable. */
enum Port {
    COMMAND("command-side", 8080),
    QUERY("query-side", 8081),
    CONSOLE("admin-console", 8082),
    WECHAT("the WeChat simulator", 8090),
    KAFKA("Kafka", 9092),
    POSTGRES("PostgreSQL", 15432);

    final String user;
    final int standard;

    Port(String user, int standard) {
        this.user = user;
        this.standard = standard;
    }

    String variable() {
        return "QINGDAN_" + name() + "_PORT";
    }
}
