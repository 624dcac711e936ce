package dev.qingdan.infra.benchmark.load;

import dev.qingdan.infra.benchmark.stack.WholeStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What this machine does at best where it has nothing else to do: each a second.
 *
 * @param commits one row inserted and committed at a time, by 16 connections
 * @param records of 200 bytes produced to the broker, acknowledged by all
 * @param answers of command-side that it is alive, over 64 connections
 */
record Floors(long commits, long records, long answers) {

    private static final int SECONDS = 5;
    private static final int CONNECTIONS = 16;
    private static final int RECORD = 200;
    private static final String TOPIC = "benchmark-floor";
    private static final String TABLE =
            """
            create table if not exists floor (id bigint generated always as identity primary key,
              body text not null)
            """;

    static Floors of(WholeStack stack, Wrk wrk) throws InterruptedException {
        wrk.ping(SECONDS);
        var answers = Math.round(wrk.ping(SECONDS));
        return new Floors(commits(stack.database("postgres")), records(stack), answers);
    }

    private static long commits(String database) throws InterruptedException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not answer", e);
        }
        long sum = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var inserting =
                    IntStream.range(0, CONNECTIONS)
                            .<Callable<Long>>mapToObj(_ -> () -> insert(database))
                            .toList();
            for (var each : threads.invokeAll(inserting)) {
                sum += each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Inserting failed", e);
        }
        return sum / SECONDS;
    }

    private static long insert(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var insert = connection.prepareStatement("insert into floor (body) values (?)")) {
            insert.setString(1, "x".repeat(RECORD));
            long done = 0;
            for (var end = end(); System.nanoTime() < end; done++) {
                insert.executeUpdate();
            }
            return done;
        }
    }

    private static long records(WholeStack stack) throws InterruptedException {
        var servers = Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers());
        try (var admin = Admin.create(servers)) {
            var wanted = new NewTopic(TOPIC, 6, (short) 1);
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(wanted)).all().get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        }
        var settings =
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5);
        var value = new byte[RECORD];
        long done = 0;
        var start = System.nanoTime();
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var end = end(); System.nanoTime() < end; done++) {
                producer.send(new ProducerRecord<>(TOPIC, value));
            }
            producer.flush();
        }
        return done * 1_000_000_000L / (System.nanoTime() - start);
    }

    private static long end() {
        return System.nanoTime() + SECONDS * 1_000_000_000L;
    }
}
