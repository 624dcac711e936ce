package dev.qingdan.query.member;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Coupons.opened;
import static dev.qingdan.query.testing.Coupons.taken;
import static dev.qingdan.query.testing.Coupons.used;
import static dev.qingdan.query.testing.History.BEGINNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.CampaignEvent.CampaignClosed;
import dev.qingdan.events.CampaignEvent.CouponIssued;
import dev.qingdan.events.MemberEvent.LevelChanged;
import dev.qingdan.events.MemberEvent.MemberLevel;
import dev.qingdan.events.MemberEvent.MemberRegistered;
import dev.qingdan.events.MemberEvent.PointsEarned;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.Client.Answer;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members' points and coupons, and the campaigns that these are from, over HTTP. */
class MembershipApiTest {

    private static final Broker BROKER = new Broker();
    private static final Instance INSTANCE =
            Instance.start(TestPostgres.freshDatabase("members"), BROKER);
    private static final Client CLIENT = INSTANCE.client();
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));
    private static final String[] LI = as(Tokens.member("li"));
    private static final String[] STAFF = as(Tokens.staff("VIEWER"));

    @BeforeAll
    static void publish() {
        var history =
                History.of(
                        new MemberRegistered("li"),
                        new PointsEarned("li", "order-0", 1_200, BEGINNING),
                        new LevelChanged("li", MemberLevel.SILVER, BEGINNING),
                        opened("spring", TOMORROW),
                        opened("winter", YESTERDAY),
                        opened("closed", TOMORROW),
                        new CampaignClosed("closed", BEGINNING),
                        new CouponIssued("spring", "c-1"),
                        new CouponIssued("spring", "c-2"),
                        new CouponIssued("spring", "c-3"),
                        taken("c-1", "li", TOMORROW),
                        taken("c-2", "li", TOMORROW),
                        taken("c-3", "li", YESTERDAY),
                        taken("c-4", "wang", TOMORROW),
                        used("c-2", "li"));
        BROKER.publish(history.events());
        var token = Published.token(history.events());
        for (var path : List.of("/api/v1/members/me", "/api/v1/campaigns")) {
            var answer =
                    CLIENT.get(
                            path,
                            as(
                                    Tokens.member("li"),
                                    "Consistency-Token",
                                    token,
                                    "Prefer",
                                    "wait=10"));
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @AfterAll
    static void close() {
        INSTANCE.close();
        BROKER.close();
    }

    private static List<String> each(Answer answer, String field) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path(field).asString())
                .toList();
    }

    @Test
    void a_member_sees_points_and_level() {
        var me = CLIENT.get("/api/v1/members/me", LI).json();

        assertThat(me.path("memberId").asString()).isEqualTo("li");
        assertThat(me.path("points").asLong()).isEqualTo(1_200);
        assertThat(me.path("level").asString()).isEqualTo("SILVER");
    }

    @Test
    void a_member_begins_with_nothing() {
        var me = CLIENT.get("/api/v1/members/me", as(Tokens.member("zhao"))).json();

        assertThat(me.path("points").asLong()).isZero();
        assertThat(me.path("level").asString()).isEqualTo("NORMAL");
    }

    @Test
    void a_member_sees_their_own_coupons_and_what_they_are_good_for() {
        var coupons = CLIENT.get("/api/v1/members/me/coupons", LI);

        assertThat(each(coupons, "couponId")).containsExactly("c-3", "c-2", "c-1");
        assertThat(each(coupons, "status")).containsExactly("EXPIRED", "USED", "AVAILABLE");
        var used = coupons.json().path("items").get(1);
        assertThat(used.path("orderId").asString()).isEqualTo("order-1");
        assertThat(used.path("amountOff").asLong()).isEqualTo(1_000);
        assertThat(used.has("percentOff")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"AVAILABLE, c-1", "USED, c-2", "EXPIRED, c-3"})
    void a_list_of_coupons_can_be_of_one_status(String status, String couponId) {
        var coupons = CLIENT.get("/api/v1/members/me/coupons?status=" + status, LI);

        assertThat(each(coupons, "couponId")).containsExactly(couponId);
    }

    @Test
    void coupons_come_in_pages() {
        var first = CLIENT.get("/api/v1/members/me/coupons?limit=2", LI);
        assertThat(each(first, "couponId")).containsExactly("c-3", "c-2");

        var cursor = first.json().path("next").asString();
        var second = CLIENT.get("/api/v1/members/me/coupons?limit=2&cursor=" + cursor, LI);
        assertThat(each(second, "couponId")).containsExactly("c-1");
        assertThat(second.json().path("next").isNull()).isTrue();
    }

    @Test
    void members_see_the_campaigns_that_are_open_and_what_is_left() {
        var campaigns = CLIENT.get("/api/v1/campaigns", LI);

        assertThat(each(campaigns, "campaignId")).containsExactly("spring");
        var spring = campaigns.json().path("items").get(0);
        assertThat(spring.path("left").asInt()).isEqualTo(7);
        assertThat(spring.path("minimumSpend").asLong()).isEqualTo(6_000);
        assertThat(spring.has("taken")).isFalse();
    }

    @Test
    void staff_see_all_campaigns_with_what_became_of_their_coupons() {
        var campaigns = CLIENT.get("/api/v1/staff/campaigns?shopId=shop-1", STAFF);

        assertThat(each(campaigns, "campaignId")).containsExactly("winter", "spring", "closed");
        assertThat(each(campaigns, "status")).containsExactly("OVER", "OPEN", "CLOSED");
        var spring = campaigns.json().path("items").get(1);
        assertThat(spring.path("taken").asInt()).isEqualTo(3);
        assertThat(spring.path("used").asInt()).isEqualTo(1);
        assertThat(CLIENT.get("/api/v1/staff/campaigns", LI).status()).isEqualTo(401);
    }

    @Test
    void nobody_else_reads_them() {
        assertThat(CLIENT.get("/api/v1/members/me").status()).isEqualTo(401);
        assertThat(CLIENT.get("/api/v1/members/me", STAFF).status()).isEqualTo(401);
    }
}
