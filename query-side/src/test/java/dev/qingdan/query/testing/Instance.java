package dev.qingdan.query.testing;

import dev.qingdan.infra.stack.Database;
import dev.qingdan.infra.stack.TestKafka;
import dev.qingdan.query.QueryApplication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** One instance of the query side, as it runs in production, on the test's broker and database. */
public final class Instance implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Instance start(Database database, Broker broker, String... settings) {
        return start(database, broker, new Class<?>[0], settings);
    }

    /** With more projections, or projections in other versions, than the product has. */
    public static Instance start(
            Database database, Broker broker, Class<?>[] more, String... settings) {
        var sources = new ArrayList<Class<?>>(List.of(more));
        sources.add(QueryApplication.class);
        var all = settings(database, broker);
        all.addAll(List.of(settings));
        var application = new SpringApplication(sources.toArray(Class<?>[]::new));
        return new Instance(application.run(all.toArray(String[]::new)));
    }

    static List<String> settings(Database database, Broker broker) {
        return new ArrayList<>(
                List.of(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.datasource.hikari.maximum-pool-size=12",
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--qingdan.kafka.topic-prefix=" + broker.prefix(),
                        "--qingdan.tokens.member.public-key=" + Tokens.memberKey(),
                        "--qingdan.tokens.staff.public-key=" + Tokens.staffKey(),
                        "--qingdan.projections.session-timeout=6s",
                        "--server.port=0"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public Client client() {
        return new Client("http://127.0.0.1:" + port());
    }

    public String port() {
        return context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
