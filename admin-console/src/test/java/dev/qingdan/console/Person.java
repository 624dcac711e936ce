package dev.qingdan.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of the console; what their browser complains about is kept. */
final class Person implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Person(Browser browser, String url, int width, boolean scripts) {
        var options =
                new Browser.NewContextOptions()
                        .setBaseURL(url)
                        .setViewportSize(width, 900)
                        .setJavaScriptEnabled(scripts);
        context = browser.newContext(options);
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    Person signIn(String name, String password) {
        page.navigate("/sign-in");
        page.getByLabel("用户名").fill(name);
        page.getByLabel("密码").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL("**/");
        return this;
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(path);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator toast() {
        return page.locator(".toast");
    }

    void complainsAboutNothing() {
        assertThat(complaints).isEmpty();
    }

    void neverScrollsSideways() {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", page.url())
                .isEqualTo(true);
    }

    @Override
    public void close() {
        context.close();
    }
}
