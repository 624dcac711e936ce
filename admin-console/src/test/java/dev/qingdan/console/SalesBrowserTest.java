package dev.qingdan.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** What was sold, as staff see it in a real browser. */
class SalesBrowserTest extends BrowserStage {

    @Test
    void the_last_days_are_summed_up_drawn_and_listed() {
        admin.open("/");
        admin.page().locator(".nav").getByText("销售").click();

        assertThat(admin.page().locator(".figures")).containsText("¥72,000.00");
        assertThat(admin.page().locator(".figures")).containsText("¥256.00");
        assertThat(admin.page().locator("#chart canvas")).isVisible();
        assertThat(admin.page().locator("#steps")).containsText("1,310");
        assertThat(admin.page().locator("#steps")).containsText("付款到可取（中位数，分钟）7");
        assertThat(admin.page().locator("#products tbody tr")).hasCount(30);
    }

    @Test
    void older_sales_are_on_the_next_page() {
        admin.open("/sales");
        admin.page().getByText("更早的").click();

        assertThat(admin.page().locator("#products tbody tr")).hasCount(10);
    }

    @Test
    void the_page_says_the_same_without_scripts_and_fits_a_phone() {
        try (var clerk = personWithoutScripts().signIn("admin", RunningConsole.PASSWORD)) {
            clerk.open("/sales");
            clerk.page().getByText("每日明细").click();

            Locator days = clerk.page().locator("#days tbody tr");
            assertThat(days).hasCount(12);
            assertThat(days.first()).containsText("¥3,600.00");
            assertThat(clerk.page().locator("#chart")).isHidden();
        }
        try (var clerk = person(390).signIn("admin", RunningConsole.PASSWORD)) {
            clerk.open("/sales");
            assertThat(clerk.page().locator("#chart canvas")).isVisible();
            clerk.neverScrollsSideways();
            clerk.complainsAboutNothing();
        }
    }

    @Test
    void days_in_the_wrong_order_are_put_right_and_too_many_are_cut() {
        admin.open("/sales?from=2026-03-31&to=2026-03-01");
        assertThat(admin.page().getByLabel("从")).hasValue("2026-03-01");
        assertThat(admin.page().getByLabel("到")).hasValue("2026-03-31");

        admin.open("/sales?from=2020-01-01&to=2026-03-31");
        assertThat(admin.page().getByLabel("从")).hasValue("2025-12-30");
    }

    @Test
    void the_page_is_there_in_english_too() {
        admin.open("/language/en");
        admin.open("/sales");
        assertThat(admin.heading("Sales")).isVisible();
        assertThat(admin.page().locator(".figures")).containsText("Refunds");
    }
}
