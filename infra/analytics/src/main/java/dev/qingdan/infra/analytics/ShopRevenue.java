package dev.qingdan.infra.analytics;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * How much each shop took in every five minutes: what was paid less what went back, in fen. A
 * payment does not name its shop, so it is joined with the order that it pays.
 */
final class ShopRevenue {

    static final String ORDERS = "shop.order.v1";
    static final String REVENUE = "analytics.shop-revenue.v1";

    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** Events that come so much later than others still count in their own window. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final Serde<String> TEXT = Serdes.String();
    private static final Serde<Long> FEN = Serdes.Long();

    private ShopRevenue() {}

    static Topology topology() {
        var builder = new StreamsBuilder();
        var events =
                builder.stream(ORDERS, Consumed.with(TEXT, Serdes.ByteArray()))
                        .processValues(TypedValues::new);
        var shopOfOrder =
                events.filter((_, event) -> event.type().equals("shop.order.OrderPlaced"))
                        .mapValues(event -> event.text("shopId"))
                        .toTable(Materialized.with(TEXT, TEXT));
        money(events)
                .join(shopOfOrder, ShopMoney::new, Joined.with(TEXT, FEN, TEXT))
                .map((_, money) -> KeyValue.pair(money.shopId(), money.fen()))
                .groupByKey(Grouped.with(TEXT, FEN))
                .windowedBy(TimeWindows.ofSizeAndGrace(WINDOW, GRACE))
                .reduce(Long::sum, Materialized.with(TEXT, FEN))
                .toStream()
                .map((window, fen) -> KeyValue.pair(window.key(), json(window, fen)))
                .to(REVENUE, Produced.with(TEXT, TEXT));
        return builder.build();
    }

    private record ShopMoney(long fen, String shopId) {}

    private static KStream<String, Long> money(KStream<String, CloudEvent> events) {
        return events.mapValues(ShopRevenue::fen).filter((_, fen) -> fen != 0);
    }

    private static Long fen(CloudEvent event) {
        return switch (event.type()) {
            case "shop.order.OrderPaid", "shop.order.LatePaymentReceived" -> event.number("amount");
            case "shop.order.RefundCompleted" -> -event.number("amount");
            default -> 0L;
        };
    }

    private static String json(Windowed<String> window, long fen) {
        return """
        {"shopId":"%s","from":"%s","to":"%s","revenue":%d}\
        """
                .formatted(
                        window.key(), window.window().startTime(), window.window().endTime(), fen);
    }

    /** The DSL does not show headers, and the type is in one. */
    private static final class TypedValues
            extends ContextualFixedKeyProcessor<String, byte[], CloudEvent>
            implements FixedKeyProcessor<String, byte[], CloudEvent> {

        @Override
        public void process(FixedKeyRecord<String, byte[]> record) {
            context().forward(record.withValue(CloudEvent.of(record.headers(), record.value())));
        }
    }
}
