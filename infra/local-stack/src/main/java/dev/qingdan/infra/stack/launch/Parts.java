package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.LocalBroker;
import dev.qingdan.infra.stack.LocalPostgres;
import dev.qingdan.infra.stack.process.JvmCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the stack is made of. */
final class Parts {

    private static final String POSTGRES = "postgresql";
    private static final String KAFKA = "kafka";
    private static final String WECHAT = "wechat-simulator";
    private static final String COMMAND = "command-side";
    private static final String QUERY = "query-side";
    private static final String CONSOLE = "admin-console";
    private static final String TRAFFIC = "traffic";

    private static final List<String> LEAN =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");
    private static final List<String> TOOL = and(LEAN, "-Xmx128m");
    private static final List<String> APPLICATION =
            and(
                    LEAN,
                    "-Xmx256m",
                    // What compilers have used goes back to the system
                    "-XX:TrimNativeHeapInterval=5000",
                    "-XX:+ExitOnOutOfMemoryError",
                    // Beans are those that the build has decided on
                    "-Dspring.aot.enabled=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** Of what requests leave behind, little is still in use at a collection. */
    private static final List<String> ANSWERING = and(APPLICATION, "-Xms64m", "-Xmn32m");

    /** A few people at a time. */
    private static final List<String> SHOWING = and(APPLICATION, "-Xms48m", "-Xmn16m");

    /**
     * Batches fill more of a young generation than requests do. Those that are under way outlive a
     * collection or two, and no more: there has to be room for them to survive in.
     */
    private static final List<String> BATCHING =
            and(
                    APPLICATION,
                    "-Xms88m",
                    "-Xmn56m",
                    "-XX:SurvivorRatio=3",
                    "-XX:TargetSurvivorRatio=90");

    private final Settings settings;
    private final DataFolder data;
    private final Path project;
    private final LocalPostgres postgres;
    private final LocalBroker broker;
    private final Environments environments;
    private final Programs programs;
    private final Start start;

    /** Decides how a program starts: with its cache, or recording what one needs. */
    interface Start {
        JvmCommand of(Program program, JvmCommand command);
    }

    Parts(Settings settings, DataFolder data, Path project, Start start) {
        this.settings = settings;
        this.data = data;
        this.project = project;
        this.start = start;
        postgres = new LocalPostgres(data.postgres(), settings.port(Port.POSTGRES));
        broker = new LocalBroker(data.kafka(), settings.port(Port.KAFKA));
        environments = new Environments(settings, data, postgres, broker);
        programs = new Programs(project.resolve("infra/local-stack/target/programs"));
    }

    List<Part> all() {
        return Stream.concat(foundation().stream(), applications().stream()).toList();
    }

    /** What the applications stand on. */
    List<Part> foundation() {
        return List.of(postgres(), kafka(), weChat());
    }

    List<Part> applications() {
        return List.of(
                application(
                        COMMAND,
                        ANSWERING,
                        Port.COMMAND,
                        Set.of(POSTGRES, KAFKA, WECHAT),
                        environments::commandSide),
                application(
                        QUERY,
                        BATCHING,
                        Port.QUERY,
                        Set.of(POSTGRES, KAFKA),
                        environments::querySide),
                application(
                        CONSOLE,
                        SHOWING,
                        Port.CONSOLE,
                        Set.of(POSTGRES),
                        environments::adminConsole));
    }

    /** Buyers by the public API; ready as soon as they run. */
    Part traffic(int ordersPerSecond) {
        var rate = Integer.toString(ordersPerSecond);
        var words =
                List.of(
                        "--rate", rate,
                        "--command-url", settings.url(Port.COMMAND),
                        "--query-url", settings.url(Port.QUERY),
                        "--wechat-url", settings.url(Port.WECHAT),
                        "--journal", data.trafficJournal().toString(),
                        "--staff-key", new Keys(data.keys()).privateKey("staff").toString());
        return new Part(
                TRAFFIC,
                rate + " orders a second",
                Set.of(COMMAND, QUERY, WECHAT),
                () -> command("infra", TRAFFIC, TOOL, words, Map.of()),
                () -> true);
    }

    private Part postgres() {
        var address = "127.0.0.1:" + postgres.port();
        return new Part(POSTGRES, address, Set.of(), postgres::command, postgres::ready);
    }

    private Part kafka() {
        return new Part(
                KAFKA,
                broker.bootstrapServers(),
                Set.of(),
                () -> {
                    var command = broker.command();
                    var libraries = LocalBroker.libraries();
                    var program = programs.install(KAFKA, libraries, command.mainClass());
                    return start.of(program, command.withClassPath(program.classPath()));
                },
                broker::ready);
    }

    private Part weChat() {
        var words =
                List.of(
                        "--port", Integer.toString(settings.port(Port.WECHAT)),
                        "--credentials", data.weChat().toString(),
                        "--data", data.weChat().resolve("payments").toString());
        var url = settings.url(Port.WECHAT);
        return new Part(
                WECHAT,
                url,
                Set.of(),
                () -> command("infra", WECHAT, TOOL, words, Map.of()),
                () -> Health.isGood(url + "/sim/health"));
    }

    private Part application(
            String name,
            List<String> flags,
            Port port,
            Set<String> after,
            Supplier<Map<String, String>> environment) {
        var url = settings.url(port);
        return new Part(
                name,
                url,
                after,
                () -> command("", name, flags, List.of(), environment.get()),
                () -> Health.isGood(url + "/actuator/health"));
    }

    private JvmCommand command(
            String folder,
            String name,
            List<String> flags,
            List<String> words,
            Map<String, String> environment) {
        var target = project.resolve(folder).resolve(name).resolve("target");
        var program = programs.install(name, target.resolve(name + ".jar"));
        var command =
                new JvmCommand(
                        name, flags, program.classPath(), program.mainClass(), words, environment);
        return start.of(program, command);
    }

    private static List<String> and(List<String> flags, String... more) {
        return Stream.concat(flags.stream(), Stream.of(more)).toList();
    }
}
