package dev.qingdan.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.TestStore;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LeadershipTest {

    private final TestStore store = TestStore.fresh();

    @Test
    void one_leads_and_the_next_one_does_as_soon_as_it_is_gone() throws SQLException {
        var leader = Leadership.take(Leadership.Of.RELAY, store.database()).orElseThrow();
        assertThat(Leadership.take(Leadership.Of.RELAY, store.database())).isEmpty();

        leader.close();

        try (var next = Leadership.take(Leadership.Of.RELAY, store.database()).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void postgresql_looks_for_a_machine_that_vanished_within_the_time_of_a_takeover()
            throws SQLException {
        try (var connection = store.database().getConnection();
                var statement = connection.createStatement()) {
            Leadership.noticeLoss(connection);

            var shown =
                    statement.executeQuery(
                            """
                            select current_setting('tcp_keepalives_idle')::int
                                + current_setting('tcp_keepalives_interval')::int
                                    * current_setting('tcp_keepalives_count')::int,
                                current_setting('tcp_user_timeout')
                            """);
            assertThat(shown.next()).isTrue();
            assertThat(shown.getInt(1)).isBetween(1, 4);
            assertThat(shown.getString(2)).isEqualTo("4000");
        }
    }
}
