package dev.qingdan.infra.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A member of staff at a browser, signed in to the console. */
final class StaffBrowser implements AutoCloseable {

    private static final Path DEBIANS = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private StaffBrowser(int width, int height) {
        context =
                Chromium.BROWSER.newContext(
                        new Browser.NewContextOptions().setViewportSize(width, height));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Signs in, in Chinese, which comes first. */
    static StaffBrowser signIn(RunningStack stack, int width, int height) throws IOException {
        var staff = new StaffBrowser(width, height);
        staff.page.navigate(stack.url(RunningStack.Port.CONSOLE));
        staff.page.getByLabel("用户名").fill("admin");
        staff.page.getByLabel("密码").fill(stack.staffPassword());
        staff.button("登录").click();
        return staff;
    }

    static StaffBrowser signInInEnglish(RunningStack stack) throws IOException {
        var staff = signIn(stack, 1280, 900);
        staff.page.navigate(stack.url(RunningStack.Port.CONSOLE) + "/language/en");
        return staff;
    }

    Page page() {
        return page;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Turns to a page by the main navigation. */
    void open(String name) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    /** What the browser itself found wrong with the pages: scripts, policies, missing files. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }

    /** One browser for all tests; each of them has its own window, cookies and all. */
    private static final class Chromium {

        private static final Playwright PLAYWRIGHT = Playwright.create(options());
        private static final Browser BROWSER =
                PLAYWRIGHT
                        .chromium()
                        .launch(
                                Files.exists(DEBIANS)
                                        ? new LaunchOptions()
                                                .setArgs(QUIET)
                                                .setExecutablePath(DEBIANS)
                                        : new LaunchOptions().setArgs(QUIET));

        /** Playwright's own browser is downloaded only where there is no other. */
        private static Playwright.CreateOptions options() {
            return Files.exists(DEBIANS)
                    ? new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
                    : new Playwright.CreateOptions();
        }
    }
}
