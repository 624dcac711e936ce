package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Instance;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ConnectionsTest {

    @Test
    void short_statements_are_not_compiled() {
        try (var broker = new Broker();
                var instance = Instance.start(TestPostgres.freshDatabase("connections"), broker)) {
            var jdbc = instance.bean(JdbcTemplate.class);

            assertThat(jdbc.queryForObject("show jit", String.class)).isEqualTo("off");
        }
    }
}
