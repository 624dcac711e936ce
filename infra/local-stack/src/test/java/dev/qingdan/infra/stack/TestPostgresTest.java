package dev.qingdan.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestPostgresTest {

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void commits_are_as_durable_as_in_production(String setting) throws SQLException {
        assertThat(ask(TestPostgres.freshDatabase("durable"), "show " + setting)).isEqualTo("on");
    }

    @Test
    void every_test_gets_a_database_of_its_own() throws SQLException {
        var first = TestPostgres.freshDatabase("same");
        var second = TestPostgres.freshDatabase("same");

        ask(first, "create table only_here (); select 'made'");

        assertThat(ask(second, "select to_regclass('only_here')")).isNull();
    }

    private static String ask(Database database, String question) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            var more = statement.execute(question);
            while (!more) {
                more = statement.getMoreResults();
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }
}
