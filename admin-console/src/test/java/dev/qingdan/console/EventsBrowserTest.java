package dev.qingdan.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** How somebody learns what an event means, and what happened to a product. */
class EventsBrowserTest extends BrowserStage {

    @Test
    void the_catalogue_says_what_an_event_means_in_both_languages() {
        admin.open("/events");
        var placed = admin.page().locator("#OrderPlaced");
        assertThat(placed).containsText("订单已接受，库存已占用");
        assertThat(placed).containsText("1,284");
        placed.locator("summary").click();
        assertThat(placed).containsText("会员应付：总额减优惠，分。");
        assertThat(placed.locator("pre")).containsText("\"payable\" : 16100");

        admin.open("/language/en");
        admin.open("/events");
        assertThat(admin.page().locator("#OrderPlaced")).containsText("its stock reserved");
    }

    @Test
    void an_event_leads_to_its_aggregate_and_back_in_time() {
        admin.open("/events/log");
        admin.page().locator("#results").getByText("StockCorrected").click();
        assertThat(admin.page().locator("pre")).containsText("\"difference\" : -3");
        assertThat(admin.page().locator("main")).containsText("staff:lin");

        admin.page().getByText("stock/oolong-50g").click();
        assertThat(admin.page().locator("pre")).containsText("\"onHand\" : 37");
        assertThat(admin.page().locator("tbody tr")).hasCount(2);
    }

    @Test
    void an_event_that_is_not_there_is_a_page_that_says_so() {
        admin.open("/events/log/0198a000-0000-7000-8000-0000000000ff");
        assertThat(admin.page().locator("main")).containsText("没有找到");
    }

    @Test
    void all_of_it_fits_a_phone() {
        var phone = person(390).signIn("admin", RunningConsole.PASSWORD);
        for (var path :
                new String[] {"/events", "/events/log", "/events/aggregates/stock/oolong-50g"}) {
            phone.open(path);
            phone.neverScrollsSideways();
        }
        phone.close();
    }
}
