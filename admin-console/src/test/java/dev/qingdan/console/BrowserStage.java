package dev.qingdan.console;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One console and one browser for all tests of a run; each test has a person of its own. */
abstract class BrowserStage {

    static final RunningConsole CONSOLE = new RunningConsole(0);
    private static final InstalledBrowser CHROMIUM = new InstalledBrowser();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(CHROMIUM::close));
    }

    Person admin = person(1280);

    @BeforeEach
    void signIn() {
        admin.signIn("admin", RunningConsole.PASSWORD);
    }

    @AfterEach
    void leave() {
        CONSOLE.sides().commandAway(false);
        CONSOLE.sides().queryAway(false);
        admin.complainsAboutNothing();
        admin.close();
    }

    static Person person(int width) {
        return new Person(CHROMIUM.browser(), CONSOLE.url(), width, true);
    }

    static Person personWithoutScripts() {
        return new Person(CHROMIUM.browser(), CONSOLE.url(), 1280, false);
    }
}
