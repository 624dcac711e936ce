package dev.qingdan.query.order;

import dev.qingdan.query.order.OrderQueries.Criteria;
import dev.qingdan.query.order.OrderQueries.Found;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Problem;
import dev.qingdan.query.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All orders, for staff: as members read them, and whose they are. */
@RestController
@RequestMapping("/api/v1/staff/orders")
@Reads(OrderViewProjection.NAME)
class StaffOrdersApi {

    private final OrderQueries orders;
    private final JsonMapper mapper;

    StaffOrdersApi(OrderQueries orders, JsonMapper mapper) {
        this.orders = orders;
        this.mapper = mapper;
    }

    @GetMapping
    Page<ObjectNode> list(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var criteria = new Criteria(shopId, status, number);
        var found = orders.matching(criteria, Cursor.parse(cursor, 2), most);
        return Page.of(found, most, Found::cursor, this::withMember);
    }

    @GetMapping("/{id}")
    ObjectNode order(@PathVariable String id) {
        return orders.order(id)
                .map(this::withMember)
                .orElseThrow(() -> Problem.notFound("order.not-found", "There is no such order"));
    }

    private ObjectNode withMember(Found order) {
        var json = (ObjectNode) mapper.readTree(order.document());
        return json.put("memberId", order.memberId());
    }
}
