package dev.qingdan.query.testing;

import static dev.qingdan.query.testing.History.BEGINNING;

import dev.qingdan.events.OrderEvent.OrderAccepted;
import dev.qingdan.events.OrderEvent.OrderHandedOver;
import dev.qingdan.events.OrderEvent.OrderMadeReady;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderLine;
import java.time.Instant;
import java.util.List;

/** Events of an order for two packets of tea, in the words of a test. */
public final class Orders {

    public static final String SHOP = "shop-1";
    public static final String MEMBER = "member-1";
    public static final long PAYABLE = 13_600;

    private Orders() {}

    public static OrderPlaced placed(String orderId) {
        return placed(orderId, MEMBER, BEGINNING);
    }

    public static OrderPlaced placed(String orderId, String memberId, Instant at) {
        return new OrderPlaced(
                orderId,
                memberId,
                SHOP,
                "0301-" + orderId,
                List.of(OrderLine.of("oolong-50g", "冻顶乌龙 50g", 6_800, 2)),
                PAYABLE,
                0,
                PAYABLE,
                null,
                at,
                at.plusSeconds(900));
    }

    public static OrderPaid paid(String orderId) {
        return new OrderPaid(orderId, "payment-of-" + orderId, PAYABLE, BEGINNING.plusSeconds(60));
    }

    public static OrderAccepted accepted(String orderId) {
        return new OrderAccepted(orderId, BEGINNING.plusSeconds(120));
    }

    public static OrderMadeReady ready(String orderId) {
        return new OrderMadeReady(orderId, "427", BEGINNING.plusSeconds(300));
    }

    public static OrderHandedOver handedOver(String orderId) {
        return new OrderHandedOver(orderId, BEGINNING.plusSeconds(600));
    }
}
