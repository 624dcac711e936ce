package dev.qingdan.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestKafkaTest {

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", TestKafka.bootstrapServers());

    @Test
    void what_was_sent_in_a_transaction_is_read_back()
            throws ExecutionException, InterruptedException {
        create("greetings");
        send("greetings", "hello");

        assertThat(readAll("greetings")).containsExactly("hello");
    }

    @Test
    void a_topic_that_nobody_made_stays_missing() {
        try (var admin = Admin.create(BROKER)) {
            var asked = admin.describeTopics(List.of("mistyped")).allTopicNames();
            assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS))
                    .hasMessageContaining("does not host this topic");
        }
    }

    private static void create(String topic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(BROKER)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(String topic, String value) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        TestKafka.bootstrapServers(),
                        "transactional.id",
                        "test");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var sent = producer.send(new ProducerRecord<>(topic, value));
            producer.commitTransaction();
            assertThat(sent).isDone();
        }
    }

    private static List<String> readAll(String topic) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", TestKafka.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(20)).records(partition);
            return records.stream().map(record -> record.value()).toList();
        }
    }
}
