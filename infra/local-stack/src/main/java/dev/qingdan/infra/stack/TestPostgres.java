package dev.qingdan.infra.stack;

import dev.qingdan.infra.stack.process.Ports;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL per test run, started by the first test that asks for a database. */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable LocalPostgres server;

    private TestPostgres() {}

    /** A new, empty database that no other test has seen. */
    public static Database freshDatabase(String name) {
        return server().database(name + "_" + DATABASES.incrementAndGet());
    }

    private static synchronized LocalPostgres server() {
        if (server == null) {
            var folder = TestFolder.create("postgres");
            var started = new LocalPostgres(folder.path().resolve("data"), Ports.free());
            folder.run(started.command(), started::ready);
            server = started;
        }
        return server;
    }
}
