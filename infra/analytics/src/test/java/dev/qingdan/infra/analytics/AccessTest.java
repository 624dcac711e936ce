package dev.qingdan.infra.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules in infra/deploy come to on a real broker. */
class AccessTest {

    private static final String PASSWORD = "reads-a-lot";
    private static final String ANALYST = "analyst";

    @TempDir private static Path folder;
    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws IOException, ExecutionException, InterruptedException {
        broker = SecuredBroker.start(folder);
        try (var admin = Admin.create(broker.asAdministrator())) {
            admin.createTopics(List.of(new NewTopic(ShopRevenue.ORDERS, 6, (short) 1))).all().get();
            var password =
                    new UserScramCredentialUpsertion(
                            ANALYST,
                            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                            PASSWORD);
            admin.alterUserScramCredentials(List.of(password)).all().get();
            admin.createAcls(DeployedUsers.read().rulesOf(ANALYST)).all().get();
        }
        try (var producer = producer(broker.asAdministrator())) {
            producer.send(Orders.paid("o1", 100, Instant.now())).get();
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void an_analyst_reads_the_events() {
        try (var consumer = consumer(PASSWORD, "analytics-daily")) {
            consumer.subscribe(List.of(ShopRevenue.ORDERS));
            await().atMost(Duration.ofSeconds(30))
                    .pollInSameThread()
                    .until(() -> consumer.poll(Duration.ofMillis(500)).count() == 1);
        }
    }

    @Test
    void an_analyst_writes_nothing() {
        try (var producer = producer(broker.as(ANALYST, PASSWORD))) {
            assertThatThrownBy(() -> producer.send(Orders.paid("o2", 1, Instant.now())).get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
        try (var admin = Admin.create(broker.as(ANALYST, PASSWORD))) {
            assertThatThrownBy(() -> admin.deleteTopics(List.of(ShopRevenue.ORDERS)).all().get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void an_analyst_takes_no_group_of_somebody_else() {
        try (var consumer = consumer(PASSWORD, "query.order_view")) {
            consumer.subscribe(List.of(ShopRevenue.ORDERS));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
                    .isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    void nobody_gets_in_with_a_wrong_password() {
        try (var consumer = consumer("guessed", "analytics-daily")) {
            assertThatThrownBy(() -> consumer.partitionsFor(ShopRevenue.ORDERS))
                    .isInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void the_users_of_kubernetes_and_compose_are_the_same() throws IOException {
        assertThat(DeployedUsers.inScript()).isEqualTo(DeployedUsers.read().names());
    }

    private static KafkaConsumer<String, byte[]> consumer(String password, String group) {
        var config = new HashMap<>(broker.as(ANALYST, password));
        config.put("group.id", group);
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, Object> as) {
        return new KafkaProducer<>(as, new StringSerializer(), new ByteArraySerializer());
    }
}
