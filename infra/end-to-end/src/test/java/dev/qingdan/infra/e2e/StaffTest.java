package dev.qingdan.infra.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As staff see it, in a real browser. */
@ExtendWith(OneStackForAll.class)
class StaffTest {

    private static final IsVisibleOptions WITHIN_A_SECOND =
            new IsVisibleOptions().setTimeout(1_000);
    private static final double BY_ITSELF = 10_000;
    private static final double A_REBUILD = 60_000;

    private final RunningStack stack;

    StaffTest(RunningStack stack) {
        this.stack = stack;
        setDefaultAssertionTimeout(BY_ITSELF);
    }

    @Test
    void a_new_order_is_found_within_a_second_and_led_to_its_end()
            throws IOException, InterruptedException {
        try (var mini = new MiniProgram(stack.addresses(), "o-staff-watches");
                var staff = StaffBrowser.signInInEnglish(stack)) {
            var placed = mini.order(mini.anyProduct(), 1);
            var orderId = placed.text("orderId");
            staff.open("Orders");
            assertThat(staff.link(placed.text("number"))).isVisible(WITHIN_A_SECOND);

            staff.link(placed.text("number")).click();
            assertThat(staff.region("Timeline")).containsText("Placed");
            mini.pay(mini.prepay(orderId), "SUCCESS");
            assertThat(staff.button("Accept")).isVisible();

            staff.button("Accept").click();
            staff.button("Mark as ready").click();
            await().until(() -> mini.status(orderId).equals("READY"));
            staff.page().getByLabel("Pickup code").fill(mini.pickupCode(orderId));
            staff.button("Hand over").click();

            assertThat(staff.region("Timeline")).containsText("Handed over");
            assertThat(mini.status(orderId)).isEqualTo("COMPLETED");
            assertThat(staff.complaints()).isEmpty();
        }
    }

    @Test
    void a_changed_price_is_what_members_pay() throws IOException, InterruptedException {
        try (var mini = new MiniProgram(stack.addresses(), "o-pays-new-price");
                var staff = StaffBrowser.signInInEnglish(stack)) {
            var product = mini.anyProduct();
            staff.open("Products");
            staff.link(product.path("name").asString()).click();

            staff.page().getByLabel("Price in yuan").fill("23.45");
            staff.button("Save").click();
            assertThat(staff.page().locator(".toast")).containsText("Saved");

            var order = mini.order(product, 2);
            assertThat(order.json().path("payable").asLong()).isEqualTo(4690);
            assertThat(staff.complaints()).isEmpty();
        }
    }

    @Test
    void received_stock_is_on_the_shelf() throws IOException, InterruptedException {
        try (var mini = new MiniProgram(stack.addresses(), "o-shelf");
                var staff = StaffBrowser.signInInEnglish(stack)) {
            var product = mini.anyProduct();
            staff.open("Products");
            staff.link(product.path("name").asString()).click();
            var shelf =
                    staff.page()
                            .locator(".figure", new Page.LocatorOptions().setHasText("On hand"))
                            .locator(".figure-value");
            var before = number(shelf.innerText());

            staff.page().getByLabel("Quantity").fill("70000");
            staff.page().getByLabel("Delivery note").fill("E2E-1");
            staff.button("Receive stock").click();

            assertThat(shelf).containsText("%,d".formatted(before + 70_000));
            assertThat(staff.complaints()).isEmpty();
        }
    }

    @Test
    void a_rebuild_is_started_and_watched_to_its_end() throws IOException {
        try (var staff = StaffBrowser.signInInEnglish(stack)) {
            staff.open("Projections");
            var view = staff.region("order_view");
            var generation = number(view.getByRole(AriaRole.HEADING).first().innerText());

            view.getByText("Rebuild", new Locator.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            staff.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByText("Rebuild", new Locator.GetByTextOptions().setExact(true))
                    .click();

            assertThat(view)
                    .containsText(
                            "Generation " + (generation + 1),
                            new ContainsTextOptions().setTimeout(A_REBUILD));
            assertThat(staff.complaints()).isEmpty();
        }
    }

    @Test
    void the_console_speaks_Chinese_first_and_English_at_a_click() throws IOException {
        try (var staff = StaffBrowser.signIn(stack, 1280, 900)) {
            staff.open("订单");
            assertThat(staff.page().locator("h1")).hasText("订单");
            staff.page().locator("button.person").click();
            staff.link("English").click();
            assertThat(staff.page().locator("h1")).hasText("Orders");
            assertThat(staff.complaints()).isEmpty();
        }
    }

    @Test
    void the_console_fits_a_phone() throws IOException {
        try (var staff = StaffBrowser.signIn(stack, 390, 844)) {
            for (var page : new String[] {"/", "/orders", "/products", "/projections"}) {
                staff.page().navigate(stack.url(RunningStack.Port.CONSOLE) + page);
                assertThat(staff.page().locator("h1")).isVisible();
                var overflow =
                        staff.page().evaluate("document.documentElement.scrollWidth - innerWidth");
                assertThat(overflow).as("%s is wider than the phone by", page).isEqualTo(0);
            }
            assertThat(staff.complaints()).isEmpty();
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text.replaceAll("\\D", ""));
    }
}
