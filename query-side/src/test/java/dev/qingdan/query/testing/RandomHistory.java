package dev.qingdan.query.testing;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.OrderEvent.CancelledBy;
import dev.qingdan.events.OrderEvent.LatePaymentReceived;
import dev.qingdan.events.OrderEvent.OrderAccepted;
import dev.qingdan.events.OrderEvent.OrderCancelled;
import dev.qingdan.events.OrderEvent.OrderExpired;
import dev.qingdan.events.OrderEvent.OrderHandedOver;
import dev.qingdan.events.OrderEvent.OrderMadeReady;
import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderEvent.RefundAsked;
import dev.qingdan.events.OrderEvent.RefundCause;
import dev.qingdan.events.OrderEvent.RefundCompleted;
import dev.qingdan.events.OrderEvent.RefundGivenUp;
import dev.qingdan.events.OrderEvent.RefundRejected;
import dev.qingdan.events.OrderEvent.RefundRequested;
import dev.qingdan.events.OrderLine;
import dev.qingdan.events.ProductEvent.PriceChanged;
import dev.qingdan.events.ProductEvent.ProductAdded;
import dev.qingdan.events.ProductEvent.ProductDescribed;
import dev.qingdan.events.ProductEvent.ProductListed;
import dev.qingdan.events.RefundFailure;
import dev.qingdan.events.RefundLine;
import dev.qingdan.events.StockEvent.ReservationReleased;
import dev.qingdan.events.StockEvent.StockIssued;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.StockEvent.StockReserved;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/** Lives of products, stock and orders, woven into each other: the same for the same seed. */
public final class RandomHistory {

    private static final List<String> SKUS = List.of("oolong", "tgy", "puer", "gaiwan");
    private static final int THREE_DAYS = 3 * 24 * 60 * 60;

    private final Random random;
    private final List<DomainEvent> life = new ArrayList<>();

    private RandomHistory(Random random) {
        this.random = random;
    }

    public static History of(Random random, int orders) {
        return new RandomHistory(random).history(orders);
    }

    private History history(int orders) {
        var lives = new ArrayList<Queue<DomainEvent>>();
        for (String sku : SKUS) {
            product(sku);
            lives.add(end());
            stock(sku);
            lives.add(end());
        }
        for (int i = 0; i < orders; i++) {
            order("order-" + i);
            lives.add(end());
        }
        var history = new History();
        while (!lives.isEmpty()) {
            var next = lives.get(random.nextInt(lives.size()));
            history.add(next.remove());
            lives.removeIf(Queue::isEmpty);
        }
        return history;
    }

    private Queue<DomainEvent> end() {
        var ended = new ArrayDeque<>(life);
        life.clear();
        return ended;
    }

    private boolean maybe(int percent) {
        return random.nextInt(100) < percent;
    }

    private Instant some() {
        return History.BEGINNING.plusSeconds(random.nextInt(THREE_DAYS));
    }

    private void product(String sku) {
        life.add(new ProductAdded(sku, "shop-1", sku, "tea", 100, null));
        life.add(new ProductListed(sku));
        life.add(new PriceChanged(sku, 100, 120));
        life.add(new ProductDescribed(sku, sku + ", new", "tea", null));
    }

    private void stock(String sku) {
        life.add(new StockReceived(sku, 1_000, "delivery"));
        for (int i = 0; i < 10; i++) {
            life.add(new StockReserved(sku, "order-" + i, 1 + i));
            life.add(
                    maybe(50)
                            ? new StockIssued(sku, "order-" + i, 1 + i)
                            : new ReservationReleased(sku, "order-" + i, 1 + i));
        }
    }

    private void order(String id) {
        var placed = placed(id);
        life.add(placed);
        if (maybe(15)) {
            life.add(new OrderExpired(id, some()));
            late(placed);
        } else if (maybe(10)) {
            life.add(new OrderCancelled(id, CancelledBy.MEMBER, some()));
            late(placed);
        } else {
            life.add(new OrderPaid(id, "payment-of-" + id, placed.payable(), some()));
            if (maybe(15)) {
                life.add(new OrderCancelled(id, CancelledBy.STAFF, some()));
                refund(id, "all", placed.payable(), RefundCause.CANCELLATION);
            } else {
                prepare(placed);
            }
        }
    }

    private OrderPlaced placed(String id) {
        var lines = new ArrayList<OrderLine>();
        for (String sku : SKUS.subList(0, 1 + random.nextInt(SKUS.size()))) {
            lines.add(OrderLine.of(sku, sku, 1 + random.nextInt(999), 1 + random.nextInt(3)));
        }
        var total = lines.stream().mapToLong(OrderLine::amount).sum();
        var discount = random.nextLong(total);
        return new OrderPlaced(
                id,
                "member-" + random.nextInt(5),
                "shop-" + random.nextInt(2),
                "0301-" + id,
                lines,
                total,
                discount,
                total - discount,
                null,
                some(),
                some());
    }

    private void prepare(OrderPlaced placed) {
        var id = placed.orderId();
        life.add(new OrderAccepted(id, some()));
        life.add(new OrderMadeReady(id, "427", some()));
        life.add(new OrderHandedOver(id, some()));
        if (maybe(30)) {
            var part = 1 + random.nextLong(placed.payable());
            var line = new RefundLine(placed.lines().getFirst().sku(), 1);
            life.add(new RefundAsked(id, id + "-part", part, List.of(line), some()));
            if (maybe(30)) {
                life.add(new RefundRejected(id, id + "-part", some()));
            } else {
                refund(id, "part", part, RefundCause.COMPLAINT);
            }
        }
    }

    private void refund(String id, String name, long amount, RefundCause cause) {
        var refund = id + "-" + name;
        var payment = cause == RefundCause.LATE_PAYMENT ? "late-of-" + id : "payment-of-" + id;
        life.add(new RefundRequested(id, refund, payment, amount, cause, some()));
        life.add(
                maybe(80)
                        ? new RefundCompleted(id, refund, amount, some())
                        : new RefundGivenUp(id, refund, RefundFailure.of("ABNORMAL"), some()));
    }

    private void late(OrderPlaced placed) {
        if (maybe(40)) {
            var id = placed.orderId();
            life.add(new LatePaymentReceived(id, "late-of-" + id, placed.payable(), some()));
            refund(id, "late", placed.payable(), RefundCause.LATE_PAYMENT);
        }
    }
}
