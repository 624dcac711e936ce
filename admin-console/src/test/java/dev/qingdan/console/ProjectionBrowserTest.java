package dev.qingdan.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do to one projection, in a real browser. */
class ProjectionBrowserTest extends BrowserStage {

    @BeforeEach
    void park() {
        CONSOLE.sides().park();
        admin.open("/projections/product_view");
    }

    private Locator letter(String text) {
        return admin.page()
                .locator("#letters .letters > li")
                .filter(new FilterOptions().setHasText(text));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private void confirm(Locator opener) {
        opener.click();
        admin.page().locator("dialog[open] button[type=submit]").click();
    }

    @Test
    void a_projection_is_opened_from_the_list() {
        admin.open("/projections");
        admin.page().locator("h2 a").getByText("product_view").click();
        assertThat(admin.heading("product_view")).isVisible();
        assertThat(admin.page().locator("#letters .letters > li")).hasCount(3);
    }

    @Test
    void a_dead_letter_shows_what_failed_and_what_waits_behind_it() {
        assertThat(letter("从未添加")).containsText("尝试 2 次");
        assertThat(letter("在等前面失败的事件").locator("button")).hasCount(0);
        letter("从未添加").getByText("事件内容").click();
        assertThat(letter("从未添加").locator(".payload")).containsText("\"price\":15800");
    }

    @Test
    void a_dead_letter_is_retried_and_it_is_said_if_it_failed_again() {
        button(letter("matcha-cake"), "重试").click();
        assertThat(admin.toast()).hasText("已处理 1 个事件");
        assertThat(letter("matcha-cake")).hasCount(0);
        button(letter("从未添加"), "重试").click();
        assertThat(admin.toast()).hasText("又失败了，事件仍在死信中");
        assertThat(admin.page().locator(".toast-refused")).isVisible();
    }

    @Test
    void all_dead_letters_are_retried_at_once() {
        admin.button("全部重试").click();
        assertThat(admin.toast()).hasText("已恢复 1 个，仍失败 1 个");
        assertThat(admin.page().locator("#letters .letters > li")).hasCount(2);
    }

    @Test
    void an_event_is_only_discarded_with_a_reason_by_keyboard_too() {
        button(letter("从未添加"), "丢弃").focus();
        admin.page().keyboard().press("Enter");
        admin.page().keyboard().press("Enter");
        assertThat(admin.page().locator("dialog[open]")).isVisible();
        admin.page().locator("dialog[open] input[name=reason]").fill("测试数据");
        admin.page().keyboard().press("Enter");
        assertThat(admin.toast()).hasText("已丢弃，后面 1 个事件已处理");
        assertThat(letter("gaiwan-white")).hasCount(0);
    }

    @Test
    void what_a_verification_found_is_named() {
        var rebuilds = admin.page().locator("#rebuilds");
        assertThat(rebuilds).containsText("核对完成");
        assertThat(rebuilds).containsText("差异 1 处");
        rebuilds.getByText("有差异的行").click();
        assertThat(rebuilds.locator(".keys")).hasText("product_view/biluochun-50g");
    }

    @Test
    void verifying_rolling_back_and_dropping_are_asked_first() {
        confirm(admin.button("核对"));
        assertThat(admin.toast()).hasText("已开始核对 product_view");
        confirm(admin.button("回退"));
        assertThat(admin.toast()).hasText("已开始回退 product_view");
        confirm(admin.button("删除"));
        assertThat(admin.toast()).hasText("已删除 product_view 的上一代");
        assertThat(admin.page().locator("#generations .letters > li")).hasCount(1);
        assertThat(CONSOLE.sides().done())
                .contains("product_view VERIFY", "product_view ROLLBACK", "product_view drop");
    }

    @Test
    void the_relay_is_paused_and_goes_on() {
        admin.open("/projections");
        confirm(admin.button("暂停转发"));
        assertThat(admin.toast()).hasText("已暂停转发");
        assertThat(admin.page().locator(".relay .status")).hasText("已暂停");
        admin.button("继续转发").click();
        assertThat(admin.toast()).hasText("已继续转发");
        assertThat(admin.page().locator(".relay .status")).hasText("已同步");
    }

    @Test
    void a_projection_that_nobody_declared_is_not_found() {
        admin.open("/projections/nothing");
        assertThat(admin.heading("没有找到")).isVisible();
    }
}
