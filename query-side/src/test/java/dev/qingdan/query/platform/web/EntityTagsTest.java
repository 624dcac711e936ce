package dev.qingdan.query.platform.web;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.MEMBER;
import static dev.qingdan.query.testing.Orders.accepted;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client.Answer;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A client that polls is sent only what has changed, whichever instance it asks. */
class EntityTagsTest {

    private static final String[] ME = as(Tokens.member(MEMBER));
    private static final String[] OPERATOR = as(Tokens.staff("OPERATOR"));
    private static final Broker BROKER = new Broker();
    private static final Database DATABASE = TestPostgres.freshDatabase("tags");
    private static final Instance FIRST = Instance.start(DATABASE, BROKER);
    private static final Instance SECOND = Instance.start(DATABASE, BROKER);
    private static final History HISTORY = new History();

    @AfterAll
    static void close() {
        FIRST.close();
        SECOND.close();
        BROKER.close();
    }

    private static void happened(DomainEvent event) {
        BROKER.publish(HISTORY.add(event));
        for (Instance instance : new Instance[] {FIRST, SECOND}) {
            var token = Published.token(HISTORY.events());
            var seen = as(Tokens.member(MEMBER), "Consistency-Token", token, "Prefer", "wait=10");
            assertThat(instance.client().get("/api/v1/orders", seen).status()).isEqualTo(200);
        }
    }

    private static Answer again(Instance instance, String path, String tag) {
        return instance.client().get(path, as(Tokens.member(MEMBER), "If-None-Match", tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders/%s", "/api/v1/orders?limit=5", "/api/v1/orders"})
    void what_has_not_changed_is_not_sent_again_and_what_has_is(String address) {
        var order = "order-" + address.hashCode();
        var path = address.formatted(order);
        happened(placed(order));
        var first = FIRST.client().get(path, ME);
        var tag = first.header("ETag");

        for (Instance instance : new Instance[] {FIRST, SECOND}) {
            var unchanged = again(instance, path, tag);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.response().body()).isEmpty();
            assertThat(unchanged.header("ETag")).isEqualTo(tag);
        }

        happened(paid(order));
        var changed = again(SECOND, path, tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEmpty().isNotEqualTo(tag);
        assertThat(changed.response().body()).contains("\"PAID\"");
    }

    @Test
    void a_tag_outlives_the_generation_that_it_was_made_from() {
        happened(placed("kept"));
        happened(accepted("kept"));
        var one = FIRST.client().get("/api/v1/orders/kept", ME).header("ETag");
        var list = FIRST.client().get("/api/v1/orders", ME).header("ETag");
        rebuild();

        assertThat(again(SECOND, "/api/v1/orders/kept", one).status()).isEqualTo(304);
        assertThat(again(SECOND, "/api/v1/orders", list).status()).isEqualTo(304);
    }

    private static void rebuild() {
        var rebuilds = "/ops/projections/order_view/rebuilds";
        var rebuild = FIRST.client().post(rebuilds, "{\"mode\":\"REPLACE\"}", OPERATOR).json();
        var status = rebuilds + "/" + rebuild.path("rebuildId").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        FIRST.client()
                                .get(status, OPERATOR)
                                .json()
                                .path("state")
                                .asString()
                                .equals("DONE"));
    }

    @Test
    void the_tag_of_another_members_order_opens_nothing() {
        happened(placed("mine"));
        var tag = FIRST.client().get("/api/v1/orders/mine", ME).header("ETag");
        var nosy = as(Tokens.member("nosy"), "If-None-Match", tag);

        assertThat(FIRST.client().get("/api/v1/orders/mine", nosy).status()).isEqualTo(404);
    }

    /** Nobody hears of this, so that it shows only where the database is asked. */
    private static void tamperWith(String order) {
        new JdbcTemplate(
                        new DriverManagerDataSource(
                                DATABASE.url(), DATABASE.user(), DATABASE.password()))
                .update(
                        """
                        update order_view set document = '{"tampered":true}' where order_id = ?
                        """,
                        order);
    }

    private static String body(Instance instance, String path, String... headers) {
        return instance.client().get(path, headers).response().body();
    }

    @Test
    void a_plain_answer_comes_from_memory_and_is_the_usual_one_to_the_letter() {
        happened(placed("known"));
        var path = "/api/v1/orders/known";
        var usual = FIRST.client().get(path + "?usual", ME).response();
        tamperWith("known");

        assertThatSame(FIRST.client().get(path, ME).response(), usual);

        assertThat(again(FIRST, path, usual.headers().firstValue("ETag").orElse("")).status())
                .isEqualTo(304);
        assertThat(FIRST.client().get(path, "Accept", "text/html").status()).isEqualTo(401);
        assertThat(FIRST.client().get(path, as(Tokens.expiredMember(MEMBER))).status())
                .isEqualTo(401);
        assertThat(FIRST.client().get(path, as(Tokens.member("nosy"))).status()).isEqualTo(404);
    }

    private static void assertThatSame(HttpResponse<String> answer, HttpResponse<String> usual) {
        assertThat(answer.body()).isEqualTo(usual.body());
        assertThat(answer.statusCode()).isEqualTo(usual.statusCode());
        assertThat(answer.headers().map())
                .usingRecursiveComparison()
                .ignoringFields("date")
                .isEqualTo(usual.headers().map());
    }

    @Test
    void a_plain_answer_that_is_not_remembered_is_the_usual_one_to_the_letter() {
        happened(placed("unknown"));
        var path = "/api/v1/orders/unknown";

        for (Instance instance : List.of(FIRST, SECOND)) {
            var looked = instance.client().get(path, ME).response();

            assertThatSame(looked, instance.client().get(path + "?usual", ME).response());
        }
    }

    /** Not each, because nothing is at hand where a reader has been ahead of the announcements. */
    @Test
    void whichever_instance_has_written_an_order_knows_it_without_a_look() {
        var known = IntStream.range(0, 10).filter(i -> isKnownToOne("at-hand-" + i)).count();
        // Other tests compare lists from before and after a rebuild
        rebuild();

        assertThat(known).isPositive();
    }

    private static boolean isKnownToOne(String order) {
        happened(placed(order));
        happened(paid(order));
        tamperWith(order);
        var path = "/api/v1/orders/" + order;
        return Stream.of(FIRST, SECOND)
                        .filter(instance -> body(instance, path, ME).contains("\"PAID\""))
                        .count()
                == 1;
    }

    @Test
    void whoever_shows_a_token_is_answered_by_the_database() {
        happened(placed("shown"));
        var path = "/api/v1/orders/shown";
        body(FIRST, path, ME);
        tamperWith("shown");
        var token = Published.token(HISTORY.events());

        assertThat(body(FIRST, path, as(Tokens.member(MEMBER), "Consistency-Token", token)))
                .contains("tampered");
    }

    @Test
    void a_new_generation_leaves_nothing_in_memory_of_the_one_before() {
        happened(placed("rebuilt"));
        tamperWith("rebuilt");
        var path = "/api/v1/orders/rebuilt";
        assertThat(body(FIRST, path, ME) + body(SECOND, path, ME)).contains("tampered");

        rebuild();

        for (Instance instance : List.of(FIRST, SECOND)) {
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> body(instance, path, ME).contains("AWAITING_PAYMENT"));
        }
    }
}
