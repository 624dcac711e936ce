package dev.qingdan.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refunds and campaigns, in a real browser. */
class LoyaltyBrowserTest extends BrowserStage {

    @Test
    void a_refund_is_approved_by_somebody_who_has_read_why() {
        var number = CONSOLE.sides().askForRefund();
        admin.open("/refunds");
        var refund = admin.page().getByLabel(number, exact());
        assertThat(refund).containsText("茶是凉的");
        assertThat(refund).containsText("抹茶蛋糕 ×1");
        assertThat(refund).containsText("¥28.00");

        admin.button("同意 " + number + " 退款 ¥28.00").click();

        assertThat(admin.toast()).hasText("已同意，退款将原路退回");
        assertThat(admin.page().getByLabel(number, exact())).hasCount(0);
    }

    @Test
    void a_refund_is_refused_with_a_reason() {
        var number = CONSOLE.sides().askForRefund();
        admin.open("/refunds");
        var refund = admin.page().getByLabel(number, exact());
        refund.locator("[data-dialog]").click();
        refund.getByLabel("拒绝原因").fill("送到时是热的");
        refund.locator("dialog button[type=submit]").click();

        assertThat(admin.toast()).hasText("已拒绝退款");
        assertThat(admin.page().getByLabel(number, exact())).hasCount(0);
    }

    @Test
    void a_refund_that_is_asked_for_shows_by_itself() {
        admin.open("/refunds");
        assertThat(admin.heading("退款申请")).isVisible();

        var number = CONSOLE.sides().askForRefund();

        assertThat(admin.page().getByLabel(number, exact())).isVisible();
    }

    @Test
    void a_campaign_is_opened_and_closed_again() {
        admin.open("/campaigns/new");
        admin.page().getByLabel("活动名称").fill("春茶节");
        admin.page().getByLabel("最低消费（元）").fill("60");
        admin.page().getByLabel("券的数量").fill("100");
        admin.button("新建活动").click();
        assertThat(admin.page().locator("#amount-error")).hasText("金额和百分比填一个");

        admin.page().getByLabel("减多少元").fill("60");
        admin.button("新建活动").click();
        assertThat(admin.page().locator("#amount-error")).hasText("要比最低消费少");

        admin.page().getByLabel("减多少元").fill("10");
        admin.button("新建活动").click();
        assertThat(admin.toast()).hasText("活动「春茶节」已开始");
        var row = admin.page().locator("tbody tr").first();
        assertThat(row).containsText("满 ¥60.00 减 ¥10.00");
        assertThat(row).containsText("12 / 100");

        row.locator("[data-dialog]").click();
        row.locator("dialog button[type=submit]").click();
        assertThat(admin.toast()).hasText("活动已结束");
        assertThat(admin.page().locator("tbody tr").first()).containsText("已结束");
    }

    @Test
    void the_pages_fit_on_a_phone() {
        CONSOLE.sides().askForRefund();
        try (var clerk = person(390)) {
            clerk.signIn("admin", RunningConsole.PASSWORD);
            for (var path : List.of("/refunds", "/campaigns", "/campaigns/new")) {
                clerk.open(path);
                clerk.neverScrollsSideways();
            }
        }
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
