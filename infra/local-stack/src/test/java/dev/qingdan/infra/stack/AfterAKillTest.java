package dev.qingdan.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.infra.stack.process.ChildJvm;
import dev.qingdan.infra.stack.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AfterAKillTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void a_server_whose_keeper_was_killed_is_adopted_with_its_connections()
            throws SQLException, IOException {
        var postgres = new LocalPostgres(folder.resolve("data"), Ports.free());
        try (var keeper = start(postgres)) {
            var database = postgres.database("kept");
            try (var connection = DriverManager.getConnection(database.url(), "postgres", "");
                    var statement = connection.createStatement()) {
                var server = PostgresServer.postmaster(postgres.data()).orElseThrow();

                keeper.kill();
                assertThat(keeper.exit()).succeedsWithin(SOON);

                try (var next = start(postgres)) {
                    assertThat(next.handle().isAlive()).isTrue();
                    assertThat(PostgresServer.postmaster(postgres.data())).contains(server);
                    assertThat(statement.execute("select 1")).isTrue();
                }
                assertThat(server.onExit()).succeedsWithin(SOON);
            }
        }
    }

    @Test
    void a_server_that_was_killed_takes_its_keeper_along_and_comes_back_with_what_was_committed()
            throws SQLException, IOException {
        var postgres = new LocalPostgres(folder.resolve("data"), Ports.free());
        try (var keeper = start(postgres)) {
            run(postgres, "create table promise (made int)", "insert into promise values (1)");

            PostgresServer.postmaster(postgres.data()).orElseThrow().destroyForcibly();

            assertThat(keeper.exit()).succeedsWithin(SOON).isEqualTo(1);
        }
        try (var again = start(postgres)) {
            assertThat(again.handle().isAlive()).isTrue();
            run(postgres, "insert into promise select made + 1 from promise");
        }
    }

    @Test
    void a_broker_that_was_killed_comes_back_with_its_topics()
            throws ExecutionException, InterruptedException {
        var broker = new LocalBroker(folder.resolve("data"), Ports.free());
        try (var first = start(broker);
                var admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
            first.kill();
            assertThat(first.exit()).succeedsWithin(SOON);
        }
        try (var second = start(broker);
                var admin = admin(broker)) {
            assertThat(second.handle().isAlive()).isTrue();
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    private ChildJvm start(LocalPostgres postgres) {
        var keeper = ChildJvm.start(postgres.command(), folder.resolve("log"));
        keeper.awaitReady(postgres::ready, SOON);
        return keeper;
    }

    private ChildJvm start(LocalBroker broker) {
        var child = ChildJvm.start(broker.command(), folder.resolve("log"));
        child.awaitReady(broker::ready, SOON);
        return child;
    }

    private static Admin admin(LocalBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void run(LocalPostgres postgres, String... statements) throws SQLException {
        var database = postgres.database("kept");
        try (var connection = DriverManager.getConnection(database.url(), "postgres", "");
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }
}
