package dev.qingdan.infra.benchmark.rebuild;

import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.Folders;
import dev.qingdan.infra.stack.LocalBroker;
import dev.qingdan.infra.stack.LocalPostgres;
import dev.qingdan.infra.stack.ProjectFolder;
import dev.qingdan.infra.stack.process.ChildJvm;
import dev.qingdan.infra.stack.process.JvmCommand;
import dev.qingdan.infra.stack.process.Leash;
import dev.qingdan.infra.stack.process.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BooleanSupplier;

/** PostgreSQL, a broker and query-side as it was built, each a process of its own. */
final class Stack implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    private final Path folder;
    private final Tokens tokens = new Tokens();
    private final List<ChildJvm> children = new ArrayList<>();
    private final LocalPostgres postgres;
    private final LocalBroker broker;
    private final ChildJvm brokerProcess;

    Stack(Path folder) {
        this.folder = folder;
        forget(folder.resolve("postgres"));
        postgres = new LocalPostgres(folder.resolve("postgres"), Ports.free());
        broker = new LocalBroker(folder.resolve("kafka"), Ports.free());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        start(postgres.command(), postgres::ready);
        brokerProcess = start(broker.command(), broker::ready);
    }

    /** PostgreSQL would go on to tidy up what earlier runs have left there. */
    private static void forget(Path databases) {
        try {
            Folders.delete(databases);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + databases, e);
        }
    }

    Tokens tokens() {
        return tokens;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    long brokerPid() {
        return brokerProcess.handle().pid();
    }

    /** The server itself, above all of its backends. */
    Path postmasterPidFile() {
        return postgres.data().resolve("postmaster.pid");
    }

    /**
     * On an empty database.
     *
     * @param flags of its JVM
     */
    QuerySide startQuerySide(List<String> flags) {
        var port = Ports.free();
        var database = postgres.database("query_" + Instant.now().getEpochSecond());
        var jar = ProjectFolder.find().resolve("query-side/target/query-side.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: mvn -pl query-side -am package");
        }
        var command =
                new JvmCommand(
                        "query-side",
                        flags,
                        Leash.place() + File.pathSeparator + jar,
                        LAUNCHER,
                        List.of(),
                        environment(database, port));
        var querySide = new QuerySide("http://127.0.0.1:" + port, tokens);
        var child = start(command, querySide::ready);
        return querySide.runningAs(child.handle().pid());
    }

    private HashMap<String, String> environment(Database database, int port) {
        var environment = new HashMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", database.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("QINGDAN_TOKENS_MEMBER_PUBLIC_KEY", tokens.publicKey());
        environment.put("QINGDAN_TOKENS_STAFF_PUBLIC_KEY", tokens.publicKey());
        return environment;
    }

    private ChildJvm start(JvmCommand command, BooleanSupplier ready) {
        var child = ChildJvm.start(command, folder.resolve("log").resolve(command.name()));
        children.add(child);
        child.awaitReady(ready, READY_WITHIN);
        return child;
    }

    /** The last one first. */
    @Override
    public synchronized void close() {
        children.reversed().forEach(ChildJvm::close);
        children.clear();
    }
}
