package dev.qingdan.infra.stack;

import dev.qingdan.infra.stack.process.JvmCommand;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server with full durability, its data in a folder of its own. */
public record LocalPostgres(Path data, int port) {

    private static final String USER = "postgres";

    /**
     * For glibc in the server's processes: what a statement has used it keeps for the next one. By
     * itself it gives all beyond 128 KB back to the system after each, to fetch it page by page for
     * the next.
     */
    private static final Map<String, String> MEMORY =
            Map.of(
                    "MALLOC_TRIM_THRESHOLD_", "" + (16 << 20),
                    "MALLOC_MMAP_THRESHOLD_", "" + (16 << 20));

    /** The command of the child that keeps the server. */
    public JvmCommand command() {
        return new JvmCommand(
                "PostgreSQL",
                List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                System.getProperty("java.class.path"),
                PostgresServer.class.getName(),
                List.of(data.toString(), Integer.toString(port), binaries().toString()),
                MEMORY);
    }

    /** Whether the server answers and has a keeper that will stop it. */
    public boolean ready() {
        if (PostgresServer.keeper(data).find().isEmpty()) {
            return false;
        }
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The database of this name, made where it is missing. */
    public Database database(String name) {
        var database = new Database(url(name), USER, "");
        try (var connection = connect();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select from pg_database where datname = '%s'".formatted(name))) {
            if (!found.next()) {
                statement.execute("create database \"%s\"".formatted(name));
            }
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("Could not make the database " + name, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), USER, "");
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }

    private static Path binaries() {
        return ProjectFolder.find().resolve("infra/local-stack/target/postgres");
    }
}
