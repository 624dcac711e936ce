package dev.qingdan.console.orders;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Items;
import dev.qingdan.console.platform.Sides;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Looks orders up at query-side, and what people wrote about them at command-side. */
@Component
class OrderDesk {

    static final int PAGE = 25;
    private static final int LONGEST_PAGE = 100;
    private static final ParameterizedTypeReference<Items<Order>> ORDERS =
            new ParameterizedTypeReference<>() {};

    private final Sides sides;

    OrderDesk(Sides sides) {
        this.sides = sides;
    }

    Answer<Items<Order>> list(OrderFilter filter, int limit, @Nullable String cursor) {
        var call = filter.narrow(Call.query("/api/v1/staff/orders"));
        return sides.read(call.with("limit", limit).with("cursor", cursor), ORDERS);
    }

    /** The first page as it is now, reaching down to where the second one began. */
    Answer<Items<Order>> newest(OrderFilter filter, @Nullable Instant since) {
        return list(filter, since == null ? PAGE : LONGEST_PAGE, null)
                .map(page ->
                        new Items<>(
                                page.items().stream()
                                        .filter(order -> reaches(order, since))
                                        .toList(),
                                page.next()));
    }

    /** Orders whose buyers wait for an answer about a refund. */
    Answer<Items<Order>> awaitingRefund(int limit) {
        return sides.read(Call.query("/api/v1/staff/refunds").with("limit", limit), ORDERS);
    }

    Answer<Order> one(String id) {
        return sides.read(Call.query("/api/v1/staff/orders/{id}", id), Order.class);
    }

    Answer<Order.Texts> texts(String id) {
        return sides.read(Call.command("/ops/orders/{id}/texts", id), Order.Texts.class);
    }

    private static boolean reaches(Order order, @Nullable Instant since) {
        return since == null || !order.placedAt().isBefore(since);
    }
}
