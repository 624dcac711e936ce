package dev.qingdan.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.apache.kafka.common.utils.Utils;

/** The Kafka topic of each event family. */
public enum Topic {
    CATALOGUE(CatalogueEvent.class),
    STOCK(StockEvent.class),
    ORDER(OrderEvent.class),
    PAYMENT(PaymentEvent.class),
    MEMBER(MembershipEvent.class);

    /**
     * The number of partitions of every topic. It never changes: another number would send an
     * aggregate's next event to another partition than its earlier ones.
     */
    public static final int PARTITIONS = 6;

    private final Class<? extends DomainEvent> family;
    private final String familyName;

    Topic(Class<? extends DomainEvent> family) {
        this.family = family;
        this.familyName = name().toLowerCase(Locale.ROOT);
    }

    /** The sealed parent of everything on this topic. */
    public Class<? extends DomainEvent> family() {
        return family;
    }

    /** {@code order}, as in {@code shop.order.v1} and {@code shop.order.OrderPlaced}. */
    public String familyName() {
        return familyName;
    }

    /** The topic's name in Kafka: {@code shop.order.v1}. */
    public String topicName() {
        return "shop." + familyName + ".v1";
    }

    /**
     * The partition of an aggregate: what Kafka's own default partitioner computes from the key.
     */
    public static int partitionOf(String aggregateId) {
        return Utils.toPositive(Utils.murmur2(aggregateId.getBytes(UTF_8))) % PARTITIONS;
    }
}
