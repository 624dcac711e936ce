package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.testing.AllProjections;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.Client.Answer;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the operators' page asks for; each test that rebuilds has a projection of its own. */
class ProjectionsApiTest {

    private static final Broker BROKER = new Broker();
    private static final Instance INSTANCE =
            Instance.start(TestPostgres.freshDatabase("projections"), BROKER);
    private static final Client CLIENT = INSTANCE.client();
    private static final Duration LONG = Duration.ofSeconds(60);

    @BeforeAll
    static void publish() {
        BROKER.publish(History.of(placed("order-1"), paid("order-1")).events());
        await().atMost(LONG)
                .until(() -> projections().count() == INSTANCE.beans(Projection.class).size());
    }

    @AfterAll
    static void close() {
        INSTANCE.close();
        BROKER.close();
    }

    private static Stream<JsonNode> projections() {
        return CLIENT.get("/ops/projections", as(Tokens.staff("VIEWER"))).json().valueStream();
    }

    private static JsonNode projection(String name) {
        return projections()
                .filter(projection -> projection.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Answer rebuild(String name, String mode, String role) {
        var body = "{\"mode\":\"%s\"}".formatted(mode);
        return CLIENT.post("/ops/projections/" + name + "/rebuilds", body, as(Tokens.staff(role)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "CLERK", "MANAGER", "OPERATOR"})
    void all_staff_may_look(String role) {
        var answer = CLIENT.get("/ops/projections", as(Tokens.staff(role)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().valueStream().map(it -> it.path("name").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        AllProjections.list().stream().map(Projection::name).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "CLERK", "MANAGER"})
    void nobody_but_an_operator_may_rebuild(String role) {
        var answer = rebuild("shop_view", "REPLACE", role);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("access.denied");
        assertThat(projection("shop_view").hasNonNull("rebuild")).isFalse();
    }

    @Test
    void an_operator_may_rebuild() {
        var answer = rebuild("product_view", "REPLACE", "OPERATOR");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(projection("product_view").path("rebuild").path("rebuildId"))
                .isEqualTo(answer.json().path("rebuildId"));
    }

    @Test
    void a_projection_goes_on_telling_of_its_last_rebuild() {
        await().atMost(LONG).until(() -> projection("order_view").path("lastEventAt").isString());
        rebuild("order_view", "VERIFY", "OPERATOR");
        await().atMost(LONG)
                .until(() -> projection("order_view").path("state").asString().equals("LIVE"));

        var last = projection("order_view").path("rebuild");
        assertThat(last.path("state").asString()).isEqualTo("DONE");
        assertThat(last.path("mode").asString()).isEqualTo("VERIFY");
        assertThat(Instant.parse(last.path("finishedAt").asString()))
                .isAfter(Instant.parse(last.path("startedAt").asString()));
        assertThat(last.path("processed").asLong()).isEqualTo(2);
        assertThat(last.path("differences").asLong(-1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "daily_sales, REPLACE, yesterday, request.invalid",
        "daily_sales, REPLACE, 2026-02-30, request.invalid",
        "daily_sales, REPLACE, -9999-01-01, request.invalid",
        "daily_sales, REPLACE, 2026-3-1, request.invalid",
        "daily_sales, REPLACE, 9999-01-01, rebuild.since-in-future",
        "daily_sales, ROLLBACK, 2026-03-03, rebuild.since-not-supported",
        "shop_view, REPLACE, 2026-03-03, rebuild.since-not-supported"
    })
    void a_day_since_which_nothing_can_be_counted_is_refused(
            String name, String mode, String since, String code) {
        assertNotSince(name, mode, since, code);
    }

    @Test
    void tomorrow_is_tomorrow_in_the_shops() {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);

        assertNotSince("funnel", "REPLACE", tomorrow.toString(), "rebuild.since-in-future");
    }

    private static void assertNotSince(String name, String mode, String since, String code) {
        var answer =
                CLIENT.post(
                        "/ops/projections/" + name + "/rebuilds",
                        "{\"mode\":\"%s\",\"since\":\"%s\"}".formatted(mode, since),
                        as(Tokens.staff("OPERATOR")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(projection(name).hasNonNull("rebuild")).isFalse();
    }
}
