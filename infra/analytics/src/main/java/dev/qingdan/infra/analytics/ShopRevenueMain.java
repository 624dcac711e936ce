package dev.qingdan.infra.analytics;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Runs {@link ShopRevenue} until it is stopped. Each event counts once, whatever dies: Kafka keeps
 * the sums, the offsets and what was sent in one transaction.
 *
 * <p>{@code java -cp analytics.jar dev.qingdan.infra.analytics.ShopRevenueMain 127.0.0.1:9092}
 */
final class ShopRevenueMain {

    private ShopRevenueMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var broker = arguments.length > 0 ? arguments[0] : "127.0.0.1:9092";
        var stopped = new CountDownLatch(1);
        var streams = new KafkaStreams(ShopRevenue.topology(), settings(broker, Map.of()));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            streams.close(Duration.ofSeconds(10));
                            stopped.countDown();
                        }));
        streams.start();
        stopped.await();
    }

    /**
     * @param more for whoever reads with a name and a password, or keeps the state elsewhere
     */
    static Properties settings(String broker, Map<String, ?> more) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "analytics-shop-revenue");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.putAll(more);
        return settings;
    }
}
