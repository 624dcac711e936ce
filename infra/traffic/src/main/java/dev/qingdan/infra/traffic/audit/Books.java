package dev.qingdan.infra.traffic.audit;

import dev.qingdan.events.CampaignEvent;
import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.MembershipEvent;
import dev.qingdan.events.OrderEvent;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.PaymentEvent;
import dev.qingdan.events.ProductEvent;
import dev.qingdan.events.ShopEvent;
import dev.qingdan.events.StockEvent;
import dev.qingdan.events.StockEvent.ReservationReleased;
import dev.qingdan.events.StockEvent.StockIssued;
import dev.qingdan.events.StockEvent.StockReserved;
import dev.qingdan.events.SupersededEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The store's whole story, each order and each shelf at every version, so that a view which is
 * still on its way can be judged by what it has seen so far.
 */
final class Books {

    private final Map<String, Long> nextSequence = new HashMap<>();
    private final Map<String, List<OrderSheet>> orders = new TreeMap<>();
    private final Map<String, List<Shelf>> shelves = new TreeMap<>();
    private final Map<Reservation, Integer> reserved = new HashMap<>();
    private final Loyalty loyalty = new Loyalty();
    private final List<Difference> faults = new ArrayList<>();
    private long position = -1;
    private long events;

    private record Reservation(String sku, String orderId) {}

    void write(String aggregate, long sequence, long position, DomainEvent event) {
        var expected = nextSequence.merge(aggregate, 1L, Long::sum) - 1;
        if (sequence != expected) {
            faults.add(
                    new Difference(
                            aggregate, "event %d where %d is due".formatted(sequence, expected)));
        }
        if (position <= this.position) {
            faults.add(new Difference(aggregate, "position %d came late".formatted(position)));
        }
        this.position = position;
        events++;
        switch (event) {
            case OrderEvent it -> write(it);
            case StockEvent it -> write(it);
            case MembershipEvent it -> loyalty.write(it);
            case CampaignEvent it -> loyalty.write(it);
            case PaymentEvent _, ShopEvent _, ProductEvent _ -> {}
            case SupersededEvent _ ->
                    throw new IllegalStateException("Not in today's form: " + event);
        }
    }

    private void write(OrderEvent event) {
        var versions = orders.computeIfAbsent(event.orderId(), _ -> new ArrayList<>());
        if (event instanceof OrderPlaced placed && versions.isEmpty()) {
            versions.add(OrderSheet.of(placed));
        } else if (versions.isEmpty()) {
            faults.add(new Difference("order " + event.orderId(), "begins with " + event));
        } else {
            versions.add(versions.getLast().after(event));
        }
    }

    private void write(StockEvent event) {
        var versions = shelves.computeIfAbsent(event.sku(), _ -> new ArrayList<>());
        var shelf = (versions.isEmpty() ? Shelf.EMPTY : versions.getLast()).after(event);
        versions.add(shelf);
        switch (event) {
            case StockReserved it -> reserve(it.sku(), it.orderId(), it.quantity());
            case ReservationReleased it -> reserve(it.sku(), it.orderId(), -it.quantity());
            case StockIssued it -> reserve(it.sku(), it.orderId(), -it.quantity());
            default -> {}
        }
        if (shelf.isOversoldBy(event)) {
            faults.add(new Difference("stock " + event.sku(), "oversold by " + event));
        }
    }

    private void reserve(String sku, String orderId, int quantity) {
        reserved.merge(
                new Reservation(sku, orderId),
                quantity,
                (before, more) -> before + more == 0 ? null : before + more);
    }

    /** What the store itself has wrong: gaps, reservations without an order, money for nothing. */
    List<Difference> ownFaults() {
        var all = new ArrayList<>(faults);
        var held = new HashMap<Reservation, Integer>();
        orders.forEach((id, versions) -> {
            var order = versions.getLast();
            order.holds().forEach((sku, pieces) -> held.put(new Reservation(sku, id), pieces));
            if (order.keepsMoneyForNothing()) {
                all.add(new Difference("order " + id, "keeps money for nothing: " + order));
            }
        });
        var last = new TreeMap<String, OrderSheet>();
        orders.forEach((id, versions) -> last.put(id, versions.getLast()));
        all.addAll(loyalty.faults(last));
        if (!held.equals(reserved)) {
            all.addAll(misplaced(held));
        }
        return all;
    }

    private List<Difference> misplaced(Map<Reservation, Integer> held) {
        var all = new HashMap<>(reserved);
        held.forEach((key, pieces) -> all.merge(key, -pieces, Integer::sum));
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry ->
                        new Difference(
                                "stock " + entry.getKey().sku,
                                "%+d reserved for order %s against what it holds"
                                        .formatted(entry.getValue(), entry.getKey().orderId)))
                .toList();
    }

    Map<String, List<OrderSheet>> orders() {
        return Collections.unmodifiableMap(orders);
    }

    Map<String, List<Shelf>> shelves() {
        return Collections.unmodifiableMap(shelves);
    }

    long position() {
        return position;
    }

    long events() {
        return events;
    }
}
