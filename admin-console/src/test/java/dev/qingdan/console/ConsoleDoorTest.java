package dev.qingdan.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets in, what they see there, and that it works for everybody. */
class ConsoleDoorTest extends BrowserStage {

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/orders",
                    "/products",
                    "/sales",
                    "/products/new",
                    "/products/jasmine-cup",
                    "/shops",
                    "/refunds",
                    "/campaigns",
                    "/campaigns/new",
                    "/projections",
                    "/projections/product_view",
                    "/audit",
                    "/accounts",
                    "/nowhere");

    @Test
    void a_clerk_sees_and_does_only_a_clerks_part() {
        admin.open("/accounts");
        admin.page().locator("#username").fill("lin");
        admin.page().locator("#password").fill("leaf-and-water");
        admin.button("添加账号").click();
        assertThat(admin.toast()).hasText("已添加账号 lin");
        try (var clerk = person(1280).signIn("lin", "leaf-and-water")) {
            assertThat(clerk.page().getByText("操作记录")).hasCount(0);
            clerk.open("/products/jasmine-cup");
            assertThat(clerk.button("入库")).isVisible();
            assertThat(clerk.button("保存")).hasCount(0);
            clerk.open("/audit");
            assertThat(clerk.heading("没有权限")).isVisible();
            clerk.open("/projections");
            assertThat(clerk.page().locator("[data-dialog]")).hasCount(0);
            clerk.open("/projections/product_view");
            assertThat(clerk.page().locator("#letters")).containsText("gaiwan-white");
            assertThat(clerk.page().locator("main button")).hasCount(0);
        }
    }

    @Test
    void english_is_a_click_away_and_stays() {
        admin.page().locator("button.person").click();
        admin.page().locator("#me").getByText("English").click();
        assertThat(admin.heading("Today")).isVisible();
        admin.open("/orders");
        assertThat(admin.heading("Orders")).isVisible();
        assertThat(admin.page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void guessing_passwords_becomes_slow() {
        try (var stranger = person(1280)) {
            for (int guess = 0; guess < 6; guess++) {
                stranger.open("/sign-in");
                stranger.page().getByLabel("用户名").fill("nobody");
                stranger.page().getByLabel("密码").fill("guess-" + guess);
                stranger.button("登录").click();
                stranger.page().waitForURL("**/sign-in?*");
            }
            assertThat(stranger.page().getByText("尝试次数过多，请十分钟后再试")).isVisible();
        }
    }

    @Test
    void what_the_browser_keeps_is_out_of_reach_of_scripts_and_other_sites() {
        var session =
                admin.page().context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("qingdan_console"))
                        .findFirst()
                        .orElseThrow();
        assertThat(session.httpOnly).isTrue();
        assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
        assertThat(admin.page().navigate("/").headers().get("content-security-policy"))
                .startsWith("default-src 'self';")
                .doesNotContain("unsafe");
    }

    @Test
    void a_form_of_another_site_changes_nothing() {
        int before = CONSOLE.sides().keys().size();
        var forged =
                admin.page()
                        .request()
                        .post(
                                CONSOLE.url() + "/shops",
                                RequestOptions.create()
                                        .setForm(
                                                FormData.create()
                                                        .set("name", "x")
                                                        .set("key", "k")));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(CONSOLE.sides().keys()).hasSize(before);
    }

    @Test
    void the_keyboard_alone_reaches_the_content_first() {
        admin.open("/orders");
        admin.page().keyboard().press("Tab");
        Locator skip = admin.page().getByText("跳到主要内容");
        assertThat(skip).isFocused();
        admin.page().keyboard().press("Enter");
        assertThat(admin.page().locator("main")).isFocused();
    }

    @Test
    void every_page_fits_a_phone() {
        try (var clerk = person(390).signIn("admin", RunningConsole.PASSWORD)) {
            for (var path : PAGES) {
                clerk.open(path);
                clerk.neverScrollsSideways();
            }
            clerk.complainsAboutNothing();
        }
    }
}
