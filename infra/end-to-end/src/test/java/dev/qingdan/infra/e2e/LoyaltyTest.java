package dev.qingdan.infra.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.qingdan.infra.traffic.api.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A coupon, the order that it is used for, and what follows when money goes back. */
@ExtendWith(OneStackForAll.class)
class LoyaltyTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CAMPAIGN = "Ten percent of everything";
    private static final int PERCENT_OFF = 10;
    private static final int PIECES = 3;

    private final RunningStack stack;

    LoyaltyTest(RunningStack stack) {
        this.stack = stack;
        setDefaultAssertionTimeout(SOON.toMillis());
    }

    @Test
    void a_coupon_makes_an_order_cheaper_and_points_come_and_go_with_its_money()
            throws IOException, InterruptedException {
        try (var mini = new MiniProgram(stack.addresses(), "o-loyal");
                var staff = StaffBrowser.signInInEnglish(stack)) {
            var product = mini.anyProduct();
            openCampaign(staff, product.path("shopId").asString());
            var couponId = takeCoupon(mini);

            var placed = mini.order(product, PIECES, couponId);
            long total = PIECES * product.path("price").asLong();
            long payable = total - total * PERCENT_OFF / 100;
            assertThat(placed.json().path("payable").asLong()).isEqualTo(payable);
            assertThat(couponStatus(mini, placed)).isEqualTo("USED");

            var orderId = placed.text("orderId");
            handOver(mini, staff, placed);
            await().atMost(SOON).until(() -> points(mini) == payable / 100);

            var asked = askForOne(mini, orderId, product);
            long refund = mini.order(orderId, null).path("refunds").path(0).path("amount").asLong();
            assertThat(refund).isEqualTo(payable / PIECES);
            assertThat(mini.refundsAtWeChat(orderId)).isEmpty();

            approve(staff, placed.text("number"));

            await().atMost(SOON).until(() -> refundStatus(mini, orderId).equals("COMPLETED"));
            assertThat(asked.text("refundId"))
                    .isEqualTo(
                            mini.order(orderId, null)
                                    .path("refunds")
                                    .path(0)
                                    .path("refundId")
                                    .asString());
            assertThat(mini.refundsAtWeChat(orderId)).containsExactly(refund);
            assertThat(mini.order(orderId, null).path("partlyRefunded").asBoolean()).isTrue();
            await().atMost(SOON).until(() -> points(mini) == (payable - refund) / 100);
            assertThat(staff.complaints()).isEmpty();
        }
    }

    private static void openCampaign(StaffBrowser staff, String shopId) {
        staff.open("Campaigns");
        staff.link("Open a campaign").click();
        staff.page().getByLabel("Shop").selectOption(shopId);
        staff.page().getByLabel("Name of the campaign").fill(CAMPAIGN);
        staff.page().getByLabel("Minimum spend in yuan").fill("0.01");
        staff.page().getByLabel("Percent off").fill("" + PERCENT_OFF);
        staff.page().getByLabel("Number of coupons").fill("5");
        staff.button("Open a campaign").click();
        PlaywrightAssertions.assertThat(staff.page().locator(".toast"))
                .containsText("Opened " + CAMPAIGN);
    }

    private static Optional<JsonNode> campaign(MiniProgram mini) throws InterruptedException {
        return mini.items("/api/v1/campaigns?limit=100").stream()
                .filter(campaign -> campaign.path("name").asString().equals(CAMPAIGN))
                .findFirst();
    }

    private static String takeCoupon(MiniProgram mini) throws InterruptedException {
        await().atMost(SOON).until(() -> campaign(mini).isPresent());
        var campaign = campaign(mini).orElseThrow();
        assertThat(campaign.path("left").asInt()).isEqualTo(5);
        var body = Map.of("campaignId", campaign.path("campaignId").asString());

        var taken = mini.write("/api/v1/members/me/coupons", body);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(mini.write("/api/v1/members/me/coupons", body).code())
                .isEqualTo("coupon.already-taken");
        return taken.text("couponId");
    }

    /** Read with the token of the order, so the answer has to know of it. */
    private static String couponStatus(MiniProgram mini, Reply placed) throws InterruptedException {
        var token = placed.header("Consistency-Token").orElseThrow();
        var coupons = mini.read("/api/v1/members/me/coupons", token).path("items");
        return coupons.path(0).path("status").asString();
    }

    private static void handOver(MiniProgram mini, StaffBrowser staff, Reply placed)
            throws InterruptedException {
        var orderId = placed.text("orderId");
        mini.pay(mini.prepay(orderId), "SUCCESS");
        await().atMost(SOON).until(() -> mini.status(orderId).equals("PAID"));
        staff.open("Orders");
        staff.link(placed.text("number")).click();
        staff.button("Accept").click();
        staff.button("Mark as ready").click();
        await().atMost(SOON).until(() -> mini.status(orderId).equals("READY"));
        staff.page().getByLabel("Pickup code").fill(mini.pickupCode(orderId));
        staff.button("Hand over").click();
        await().atMost(SOON).until(() -> mini.status(orderId).equals("COMPLETED"));
    }

    private static Reply askForOne(MiniProgram mini, String orderId, JsonNode product)
            throws InterruptedException {
        var line = Map.of("sku", product.path("sku").asString(), "quantity", 1);
        var body = Map.of("reason", "One was cold", "lines", List.of(line));
        var asked = mini.write("/api/v1/orders/" + orderId + "/refunds", body);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.text("status")).isEqualTo("REQUESTED");
        await().atMost(SOON).until(() -> refundStatus(mini, orderId).equals("REQUESTED"));
        return asked;
    }

    private static void approve(StaffBrowser staff, String number) {
        staff.open("Refunds");
        var refund = staff.page().getByLabel(number, new Page.GetByLabelOptions().setExact(true));
        PlaywrightAssertions.assertThat(refund).containsText("One was cold");
        refund.getByText("Approve").click();
        PlaywrightAssertions.assertThat(staff.page().locator(".toast")).containsText("Approved");
    }

    private static String refundStatus(MiniProgram mini, String orderId)
            throws InterruptedException {
        return mini.order(orderId, null).path("refunds").path(0).path("status").asString("");
    }

    private static long points(MiniProgram mini) throws InterruptedException {
        return mini.read("/api/v1/members/me", null).path("points").asLong();
    }
}
