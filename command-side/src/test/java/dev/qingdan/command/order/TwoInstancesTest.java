package dev.qingdan.command.order;

import static java.util.Objects.requireNonNull;

import dev.qingdan.command.Api;
import dev.qingdan.command.CommandSide;
import dev.qingdan.command.TestKeys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The application under test and another one like it before the same database. */
public abstract class TwoInstancesTest extends OrderingTest {

    private static @Nullable ConfigurableApplicationContext another;

    @Autowired private Environment environment;

    @BeforeEach
    void start_the_other() {
        if (another == null) {
            another = new SpringApplicationBuilder(CommandSide.class).run(sameProperties());
        }
    }

    @AfterAll
    static void stop_the_other() {
        if (another != null) {
            another.close();
            another = null;
        }
    }

    protected static Api buyerAt(Api instance, String memberId) {
        return instance.as(TestKeys.memberToken(memberId)).withKey(unique("key"));
    }

    /** One more process as far as the database can tell. */
    protected Api another() {
        return new Api(
                requireNonNull(another)
                        .getEnvironment()
                        .getRequiredProperty("local.server.port", Integer.class));
    }

    private String[] sameProperties() {
        var properties = new ArrayList<>(List.of("--server.port=0"));
        for (var prefix : List.of("qingdan", "spring.datasource")) {
            Binder.get(environment)
                    .bind(prefix, Bindable.mapOf(String.class, String.class))
                    .get()
                    .forEach((name, value) ->
                            properties.add("--%s.%s=%s".formatted(prefix, name, value)));
        }
        return properties.toArray(String[]::new);
    }

    /** Now the one, now the other. */
    protected Api either(int i) {
        return i % 2 == 0 ? anybody() : another();
    }
}
