package dev.qingdan.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.Api;
import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.DemoShop;
import dev.qingdan.infra.stack.TestKafka;
import java.time.Duration;
import java.util.UUID;
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

    @Test
    void an_operator_has_a_topic_rebuilt_and_sees_how_far_it_is() {
        DemoShop.open(manager());
        var topic = "rebuilt-" + UUID.randomUUID();

        var accepted = rebuild("{\"aggregateType\":\"shop\",\"topic\":\"%s\"}".formatted(topic));

        assertThat(accepted.status()).isEqualTo(202);
        var address = accepted.header("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> republication(address).path("state").asString().equals("COMPLETED"));
        var republication = republication(address);
        assertThat(republication.path("aggregateType").asString()).isEqualTo("shop");
        assertThat(republication.path("position")).isEqualTo(republication.path("upTo"));
        assertThat(staff("VIEWER").get("/ops/relay/republications").json().path("items"))
                .isNotEmpty();
    }

    @Test
    void a_request_that_makes_no_sense_is_refused_with_its_reason() {
        assertThat(rebuild("{}").code()).isEqualTo("request.invalid");
        assertThat(rebuild("{\"topic\":\"a b\"}").code()).isEqualTo("request.invalid");
        assertThat(rebuild("{\"topic\":\"a\",\"topicPrefix\":\"b\"}").code())
                .isEqualTo("request.invalid");
        assertThat(rebuild("{\"topic\":\"a\",\"aggregateType\":\"tea\"}").code())
                .isEqualTo("request.invalid");
        assertThat(rebuild("{\"topic\":\"relay-api-test.shop.order.v1\"}").code())
                .isEqualTo("republication.live-topic");
        assertThat(staff("VIEWER").post("/ops/relay/republications", "{}").status()).isEqualTo(403);
        assertThat(staff("VIEWER").get("/ops/relay/republications/" + UUID.randomUUID()).code())
                .isEqualTo("republication.not-found");
    }

    private Api.Reply rebuild(String body) {
        return staff("OPERATOR").post("/ops/relay/republications", body);
    }

    private JsonNode republication(String address) {
        return staff("VIEWER").get(address).json();
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
