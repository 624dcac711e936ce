package dev.qingdan.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.DemoShop;
import dev.qingdan.infra.stack.TestKafka;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(properties = "qingdan.kafka.topic-prefix=relay-api-test.")
@DirtiesContext
class RelayApiTest extends CommandSideTest {

    @DynamicPropertySource
    static void realKafka(DynamicPropertyRegistry registry) {
        registry.add("qingdan.relay.enabled", () -> true);
        registry.add("spring.kafka.bootstrap-servers", TestKafka::bootstrapServers);
    }

    @Test
    void what_is_accepted_is_soon_in_kafka_and_an_operator_can_hold_it_back() {
        DemoShop.open(manager()).product(6800, 10);
        await().atMost(Duration.ofSeconds(30)).until(() -> isState("IDLE") && lag() == 0);

        assertThat(staff("OPERATOR").post("/ops/relay/pause", "").status()).isEqualTo(200);
        await().until(() -> isState("PAUSED"));
        DemoShop.open(manager());
        assertThat(lag()).isEqualTo(1);

        staff("OPERATOR").post("/ops/relay/resume", "");
        await().until(() -> isState("IDLE") && lag() == 0);
    }

    private boolean isState(String state) {
        return relay().path("state").asString().equals(state);
    }

    private long lag() {
        return relay().path("lag").asLong();
    }

    private JsonNode relay() {
        return staff("VIEWER").get("/ops/relay").json();
    }
}
