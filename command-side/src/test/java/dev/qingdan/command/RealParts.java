package dev.qingdan.command;

import dev.qingdan.infra.stack.TestPostgres;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application under test a database of its own and the keys of the test run. */
public class RealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestPostgres.freshDatabase("command");
        TestPropertyValues.of(
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", database.user(),
                                "spring.datasource.password", database.password(),
                                "qingdan.tokens.member.private-key", TestKeys.MEMBER.privatePem(),
                                "qingdan.tokens.member.public-key", TestKeys.MEMBER.publicPem(),
                                "qingdan.tokens.staff.public-key", TestKeys.STAFF.publicPem()))
                .applyTo(context);
    }
}
