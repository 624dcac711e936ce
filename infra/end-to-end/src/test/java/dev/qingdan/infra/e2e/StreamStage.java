package dev.qingdan.infra.e2e;

import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.LocalBroker;
import dev.qingdan.infra.stack.ProjectFolder;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.infra.stack.launch.Keys;
import dev.qingdan.infra.stack.launch.Programs;
import dev.qingdan.infra.stack.process.ChildJvm;
import dev.qingdan.infra.stack.process.Ports;
import dev.qingdan.infra.wechat.WeChatSimulator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the stream is made of and nothing else: a database, a broker, WeChat, and two command-sides
 * from the built jar, each known to the database by a name of its own.
 */
final class StreamStage implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(2);

    /** Roles belong to the whole server, which other stages of this run use too. */
    private static final String MAKE_ROLE =
            """
            do $$ begin
                create role %s superuser login;
            exception when duplicate_object then null;
            end $$
            """;

    private final Database database = TestPostgres.freshDatabase("command");
    private final WeChatSimulator wechat = WeChatSimulator.start(0);
    private final Path folder;
    private final Keys keys;
    private final LocalBroker broker;
    private final List<CommandSideProcess> instances;

    /** One for all questions that are asked again and again. */
    private final Connection watching;

    private ChildJvm kafka;

    private StreamStage(Path folder) throws SQLException {
        this.folder = folder;
        keys = new Keys(folder.resolve("keys"));
        keys.makeWhatIsMissing();
        broker = new LocalBroker(folder.resolve("kafka"), Ports.free());
        kafka = startKafka();
        var jar = ProjectFolder.find().resolve("command-side/target/command-side.jar");
        var program = new Programs(folder.resolve("programs")).install("command-side", jar);
        instances =
                List.of("one", "two").stream()
                        .map(name -> new CommandSideProcess(name, program, environment(), folder))
                        .toList();
        watching = connection();
        try (var statement = watching.createStatement()) {
            for (var instance : instances) {
                statement.execute(MAKE_ROLE.formatted(instance.name()));
            }
        }
    }

    /** Both serve; the first one has migrated the database alone. */
    static StreamStage start(Path folder) throws SQLException {
        var stage = new StreamStage(folder);
        stage.instances.forEach(CommandSideProcess::start);
        return stage;
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    String kafka() {
        return broker.bootstrapServers();
    }

    String wechat() {
        return wechat.baseUrl();
    }

    Path staffKey() {
        return keys.privateKey("staff");
    }

    List<CommandSideProcess> instances() {
        return instances;
    }

    /** The instance whose relay leads now. */
    Optional<CommandSideProcess> leader() throws SQLException {
        try (var statement = watching.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select usename from pg_locks join pg_stat_activity using (pid)
                                where locktype = 'advisory' and classid = 7301 and objid = 2
                                    and granted and datname = current_database()
                                """)) {
            if (!row.next()) {
                return Optional.empty();
            }
            var name = row.getString(1);
            return instances.stream().filter(it -> it.name().equals(name)).findFirst();
        }
    }

    /** Up to where the relay says that everything is in Kafka. */
    long position() throws SQLException {
        return number("select position from relay");
    }

    /** Up to where there are events in the store. */
    long head() throws SQLException {
        return number("select coalesce(max(position), 0) from event");
    }

    private long number(String query) throws SQLException {
        try (var statement = watching.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    void killKafka() {
        kafka.kill();
        kafka.exit().join();
    }

    ChildJvm startKafka() {
        kafka = ChildJvm.start(broker.command(), folder.resolve("kafka.log"));
        kafka.awaitReady(broker::ready, TO_START);
        return kafka;
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka());
        environment.put("QINGDAN_TOKENS_MEMBER_PRIVATE_KEY", place(keys.privateKey("member")));
        environment.put("QINGDAN_TOKENS_MEMBER_PUBLIC_KEY", place(keys.publicKey("member")));
        environment.put("QINGDAN_TOKENS_STAFF_PUBLIC_KEY", place(keys.publicKey("staff")));
        environment.put("QINGDAN_PRIVACY_MASTER_KEY", place(keys.secret("privacy-master")));
        environment.put("QINGDAN_PRIVACY_INDEX_KEY", place(keys.secret("privacy-index")));
        environment.put("QINGDAN_WECHAT_API_URL", wechat.baseUrl());
        environment.put("QINGDAN_WECHAT_PAY_URL", wechat.baseUrl());
        wechat.credentials()
                .applicationProperties()
                .forEach((property, value) -> environment.put(variable(property), value));
        return environment;
    }

    private static String place(Path file) {
        return file.toUri().toString();
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    @Override
    public void close() throws SQLException {
        instances.forEach(CommandSideProcess::close);
        kafka.close();
        wechat.close();
        watching.close();
    }
}
