package dev.qingdan.console;

import dev.qingdan.console.standin.StandIns;
import dev.qingdan.infra.stack.TestPostgres;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The real console on a real database, between stand-ins for the two sides. */
public final class RunningConsole implements AutoCloseable {

    public static final String PASSWORD = "first-day-2026";

    private final StandIns sides = new StandIns();
    private final ConfigurableApplicationContext application;

    public RunningConsole(int port) {
        var database = TestPostgres.freshDatabase("console");
        application =
                new SpringApplicationBuilder(ConsoleApplication.class)
                        .run(
                                "--server.port=" + port,
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.user(),
                                "--spring.datasource.password=" + database.password(),
                                "--qingdan.command-url=" + sides.commandUrl(),
                                "--qingdan.query-url=" + sides.queryUrl(),
                                "--qingdan.initial-password=" + PASSWORD,
                                "--qingdan.tokens.staff.private-key=" + TestKey.pem());
    }

    public StandIns sides() {
        return sides;
    }

    public String url() {
        var web = (ServletWebServerApplicationContext) application;
        return "http://127.0.0.1:" + Objects.requireNonNull(web.getWebServer()).getPort();
    }

    @Override
    public void close() {
        application.close();
        sides.close();
    }
}
