package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.LocalBroker;
import dev.qingdan.infra.stack.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What each application is told through its environment: the names are those of its properties. */
record Environments(
        Settings settings, DataFolder data, LocalPostgres postgres, LocalBroker broker) {

    /** Written by the simulator on its first start, before command-side starts. */
    private static final String WECHAT_CREDENTIALS = "wechat.properties";

    Map<String, String> commandSide() {
        var environment = application(Port.COMMAND, "command");
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("QINGDAN_TOKENS_MEMBER_PRIVATE_KEY", place(keys().privateKey("member")));
        environment.put("QINGDAN_TOKENS_MEMBER_PUBLIC_KEY", place(keys().publicKey("member")));
        environment.put("QINGDAN_TOKENS_STAFF_PUBLIC_KEY", place(keys().publicKey("staff")));
        environment.put("QINGDAN_PRIVACY_MASTER_KEY", place(keys().secret("privacy-master")));
        environment.put("QINGDAN_PRIVACY_INDEX_KEY", place(keys().secret("privacy-index")));
        environment.put("QINGDAN_PUBLIC_URL", settings.url(Port.COMMAND));
        environment.put("QINGDAN_WECHAT_API_URL", settings.url(Port.WECHAT));
        environment.put("QINGDAN_WECHAT_PAY_URL", settings.url(Port.WECHAT));
        environment.putAll(weChatCredentials());
        return environment;
    }

    Map<String, String> querySide() {
        var environment = application(Port.QUERY, "query");
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("QINGDAN_TOKENS_MEMBER_PUBLIC_KEY", place(keys().publicKey("member")));
        environment.put("QINGDAN_TOKENS_STAFF_PUBLIC_KEY", place(keys().publicKey("staff")));
        return environment;
    }

    Map<String, String> adminConsole() {
        var environment = application(Port.CONSOLE, "console");
        environment.put("QINGDAN_TOKENS_STAFF_PRIVATE_KEY", place(keys().privateKey("staff")));
        environment.put("QINGDAN_COMMAND_URL", settings.url(Port.COMMAND));
        environment.put("QINGDAN_QUERY_URL", settings.url(Port.QUERY));
        environment.put("QINGDAN_INITIAL_PASSWORD", keys().staffPassword());
        return environment;
    }

    private Map<String, String> application(Port port, String databaseName) {
        var database = postgres.database(databaseName);
        var environment = new HashMap<String, String>();
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(settings.port(port)));
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", database.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
        return environment;
    }

    private Map<String, String> weChatCredentials() {
        var credentials = new Properties();
        try (var reader = Files.newBufferedReader(data.weChat().resolve(WECHAT_CREDENTIALS))) {
            credentials.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator left no credentials", e);
        }
        var environment = new HashMap<String, String>();
        credentials.stringPropertyNames().stream()
                .filter(name -> name.startsWith("qingdan."))
                .forEach(name -> environment.put(variable(name), credentials.getProperty(name)));
        return environment;
    }

    private Keys keys() {
        return new Keys(data.keys());
    }

    private static String place(Path file) {
        return file.toUri().toString();
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
