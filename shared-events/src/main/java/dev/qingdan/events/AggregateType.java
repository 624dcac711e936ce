package dev.qingdan.events;

import java.util.Locale;

/** The kinds of aggregate whose streams make up the event store. */
public enum AggregateType {
    SHOP,
    PRODUCT,
    CAMPAIGN,
    STOCK,
    ORDER,
    PAYMENT,
    MEMBER,
    COUPON;

    private final String typeName = name().toLowerCase(Locale.ROOT);

    /** {@code order}: how the type is written in the event store and in addresses. */
    public String typeName() {
        return typeName;
    }

    /** The topic on which this kind's events travel. */
    public Topic topic() {
        return switch (this) {
            case SHOP, PRODUCT, CAMPAIGN -> Topic.CATALOGUE;
            case STOCK -> Topic.STOCK;
            case ORDER -> Topic.ORDER;
            case PAYMENT -> Topic.PAYMENT;
            case MEMBER, COUPON -> Topic.MEMBER;
        };
    }

    public static AggregateType of(DomainEvent event) {
        return switch (event) {
            case ShopEvent _ -> SHOP;
            case ProductEvent _ -> PRODUCT;
            case CampaignEvent _ -> CAMPAIGN;
            case StockEvent _ -> STOCK;
            case OrderEvent _ -> ORDER;
            case PaymentEvent _ -> PAYMENT;
            case MemberEvent _ -> MEMBER;
            case CouponEvent _ -> COUPON;
            case SupersededEvent old -> of(old.upcast());
        };
    }

    /**
     * The kind that is written so.
     *
     * @throws IllegalArgumentException where no aggregate has that name
     */
    public static AggregateType ofTypeName(String typeName) {
        return valueOf(typeName.toUpperCase(Locale.ROOT));
    }
}
