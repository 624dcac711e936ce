package dev.qingdan.command.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api;
import dev.qingdan.command.CommandSideTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommandRequestResolverTest extends CommandSideTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired private JdbcClient jdbc;

    @Test
    void an_event_remembers_who_and_why() {
        var traceparent = "00-" + TRACE + "-00f067aa0ba902b7-01";

        assertThat(originOfWhatIsDoneBy(manager().with("traceparent", traceparent)))
                .containsEntry("actor", "staff:lin")
                .containsEntry("correlation_id", TRACE)
                .containsEntry("traceparent", traceparent);
    }

    @Test
    void a_request_without_a_trace_starts_one() {
        var origin = originOfWhatIsDoneBy(manager());

        assertThat(origin.get("correlation_id")).asString().matches("[0-9a-f]{32}");
        assertThat(origin.get("traceparent"))
                .asString()
                .matches("00-" + origin.get("correlation_id") + "-[0-9a-f]{16}-00");
    }

    @Test
    void an_invalid_trace_is_not_passed_on() {
        var invalid = "00-" + TRACE + "-0000000000000000-01";

        assertThat(originOfWhatIsDoneBy(manager().with("traceparent", invalid)).get("traceparent"))
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain(TRACE);
    }

    private Map<String, Object> originOfWhatIsDoneBy(Api client) {
        var shop = client.post("/api/v1/staff/shops", "{\"name\":\"Tea by the lake\"}");
        return jdbc.sql(
                        """
                        select actor, correlation_id, traceparent from event
                        where aggregate_id = :id
                        """)
                .param("id", shop.json().path("shopId").asString())
                .query()
                .singleRow();
    }
}
