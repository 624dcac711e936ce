package dev.qingdan.infra.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records as the relay sends them, written down by hand: this module knows only the contract. */
final class Orders {

    private Orders() {}

    static ProducerRecord<String, byte[]> placed(String order, String shop, Instant time) {
        var json = "{\"orderId\":\"%s\",\"shopId\":\"%s\",\"total\":100}".formatted(order, shop);
        return record(order, "OrderPlaced", json, time);
    }

    static ProducerRecord<String, byte[]> paid(String order, long fen, Instant time) {
        var json =
                "{\"orderId\":\"%s\",\"amount\":%d,\"paidAt\":\"%s\"}".formatted(order, fen, time);
        return record(order, "OrderPaid", json, time);
    }

    static ProducerRecord<String, byte[]> refunded(String order, long fen, Instant time) {
        var json = "{\"orderId\":\"%s\",\"amount\":%d}".formatted(order, fen);
        return record(order, "RefundCompleted", json, time);
    }

    private static ProducerRecord<String, byte[]> record(
            String order, String type, String json, Instant time) {
        var record =
                new ProducerRecord<>(
                        ShopRevenue.ORDERS, null, time.toEpochMilli(), order, json.getBytes(UTF_8));
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_type", "shop.order." + type);
        header(record, "ce_time", time.toString());
        header(record, "ce_subject", order);
        header(record, "ce_sequence", "0");
        header(record, "ce_position", "1");
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
