package dev.qingdan.query.order;

import dev.qingdan.query.order.OrderQueries.Found;
import dev.qingdan.query.platform.cache.AnswerCache;
import dev.qingdan.query.platform.cache.AnswerCaches;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Problem;
import dev.qingdan.query.platform.web.Reads;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's own orders. */
@RestController
@RequestMapping("/api/v1/orders")
@Reads(OrderViewProjection.NAME)
class MyOrdersApi {

    private final OrderQueries orders;
    private final AnswerCache cache;

    MyOrdersApi(OrderQueries orders, AnswerCaches caches) {
        this.orders = orders;
        this.cache =
                caches.of(
                        "/api/v1/orders/{id}",
                        OrderViewProjection.NAME,
                        OrderViewProjection.TABLE,
                        id -> orders.order(id).map(Found::answer),
                        OrderRow::answer);
    }

    @GetMapping
    Page<OrderJson> list(
            Principal member,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var found = orders.ofMember(member.getName(), status, Cursor.parse(cursor, 2), most);
        return Page.of(found, most, Found::cursor, order -> new OrderJson(order.document()));
    }

    /** Another member's order is not there, rather than forbidden: its existence is private. */
    @GetMapping("/{id}")
    OrderJson order(Principal member, @PathVariable String id) {
        return cache.read(id)
                .filter(order -> order.isFor(member.getName()))
                .map(order -> new OrderJson(order.document()))
                .orElseThrow(() -> Problem.notFound("order.not-found", "You have no such order"));
    }
}
