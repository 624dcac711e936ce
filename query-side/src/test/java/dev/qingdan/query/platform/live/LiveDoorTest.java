package dev.qingdan.query.platform.live;

import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.LiveClient;
import dev.qingdan.query.testing.LiveClient.End;
import dev.qingdan.query.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may connect, how many, and for how long. */
class LiveDoorTest {

    private static final Broker BROKER = new Broker();
    private static final Instance INSTANCE =
            Instance.start(
                    TestPostgres.freshDatabase("door"),
                    BROKER,
                    "--qingdan.live.hello-within=1s",
                    "--qingdan.live.heartbeat=1s",
                    "--qingdan.live.connections=4",
                    "--qingdan.live.connections-per-member=2");
    private static final History HISTORY = new History();

    @AfterAll
    static void close() {
        INSTANCE.close();
        BROKER.close();
    }

    @AfterEach
    void awaitNobody() {
        await().until(() -> connections() == 0);
    }

    private static double connections() {
        return INSTANCE.bean(MeterRegistry.class).get("qingdan.live.connections").gauge().value();
    }

    private static End endAfter(String hello) {
        try (var client = LiveClient.saying(INSTANCE, hello)) {
            return client.awaitEnd();
        }
    }

    @Test
    void a_token_that_is_expired_forged_or_of_the_other_kind_ends_the_connection() {
        for (var token :
                List.of(
                        Tokens.expiredMember("lin"),
                        Tokens.forgedMember("lin"),
                        Tokens.staff("OPERATOR"),
                        "garbage",
                        "")) {
            assertThat(endAfter("{\"token\":\"" + token + "\"}"))
                    .isEqualTo(new End(4401, "token.invalid"));
        }
    }

    @Test
    void without_a_token_or_with_something_else_the_connection_ends() {
        assertThat(endAfter("{}")).isEqualTo(new End(4401, "token.missing"));
        assertThat(endAfter("hello")).isEqualTo(new End(4400, "live.malformed"));
    }

    @Test
    void whoever_says_nothing_is_not_waited_for() {
        try (var client = LiveClient.silent(INSTANCE)) {
            assertThat(client.awaitEnd()).isEqualTo(new End(4408, "live.no-hello"));
        }
    }

    @Test
    void a_first_frame_that_is_too_large_is_not_read() {
        var hello = "{\"token\":\"" + "x".repeat(Hello.LONGEST) + "\"}";

        assertThat(endAfter(hello).code()).isEqualTo(1009);
    }

    @Test
    void a_connection_ends_with_its_token() {
        var token = Tokens.member("lin", Duration.ofSeconds(2));

        assertThat(endAfter("{\"token\":\"" + token + "\"}"))
                .isEqualTo(new End(4401, "token.expired"));
    }

    @Test
    void both_sides_notice_that_the_other_is_there() {
        try (var client = LiveClient.of(INSTANCE, "lin")) {
            await().until(() ->
                    client.frames().stream()
                                    .filter(it -> it.path("type").asString().equals("heartbeat"))
                                    .count()
                            >= 5);
            assertThat(client.ended()).isFalse();
        }
    }

    @Test
    void a_client_that_answers_no_ping_is_taken_for_dead() {
        try (var client = LiveClient.stuck(INSTANCE, "lin")) {
            await().until(() -> ended("live.silent") == 1);
            assertThat(client.ended()).isFalse();
        }
    }

    private static double ended(String reason) {
        var counter =
                INSTANCE.bean(MeterRegistry.class)
                        .find("qingdan.live.ended")
                        .tag("reason", reason)
                        .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void a_client_that_goes_on_talking_is_shown_out() {
        try (var client = LiveClient.of(INSTANCE, "lin")) {
            while (!client.ended()) {
                try {
                    client.say("and another thing");
                } catch (CompletionException shownOut) {
                    break;
                }
            }
            assertThat(client.awaitEnd().code()).isIn(1008, 1006);
            assertThat(ended("live.too-chatty")).isEqualTo(1);
        }
    }

    @Test
    void of_a_members_connections_only_the_latest_stay() {
        try (var first = LiveClient.of(INSTANCE, "lin");
                var second = LiveClient.of(INSTANCE, "lin");
                var third = LiveClient.of(INSTANCE, "lin")) {
            assertThat(first.awaitEnd()).isEqualTo(new End(4429, "live.too-many-connections"));

            BROKER.publish(HISTORY.add(placed("o-1", "lin", History.BEGINNING)));
            second.awaitTold(told -> told.contains("o-1@0"));
            third.awaitTold(told -> told.contains("o-1@0"));
        }
    }

    @Test
    void when_there_is_no_room_a_connection_is_refused_with_a_problem() {
        try (var one = LiveClient.of(INSTANCE, "a");
                var two = LiveClient.of(INSTANCE, "b");
                var three = LiveClient.of(INSTANCE, "c");
                var four = LiveClient.of(INSTANCE, "d")) {
            // Clients hear that they are connected a moment before the instance counts them
            await().until(() -> connections() == 4);

            assertThatThrownBy(() -> LiveClient.silent(INSTANCE)).hasStackTraceContaining("503");
            assertThat(List.of(one, two, three, four)).noneMatch(LiveClient::ended);
        }
    }

    @Test
    void a_plain_request_is_told_what_this_address_is_for() {
        var answer = INSTANCE.client().get("/api/v1/live");

        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.code()).isEqualTo("live.upgrade-required");
        assertThat(answer.header("Upgrade")).isEqualTo("websocket");
    }
}
