package dev.qingdan.query.order;

import dev.qingdan.query.order.OrderQueries.Awaited;
import dev.qingdan.query.platform.web.Cursor;
import dev.qingdan.query.platform.web.Limit;
import dev.qingdan.query.platform.web.Page;
import dev.qingdan.query.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The orders whose members wait for an answer about a refund, the longest waiting first. */
@RestController
@Reads(OrderViewProjection.NAME)
class StaffRefundsApi {

    private final OrderQueries orders;
    private final JsonMapper mapper;

    StaffRefundsApi(OrderQueries orders, JsonMapper mapper) {
        this.orders = orders;
        this.mapper = mapper;
    }

    @GetMapping("/api/v1/staff/refunds")
    Page<ObjectNode> list(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Limit.of(limit);
        var found = orders.awaitingRefund(shopId, Cursor.parse(cursor, 2), most);
        return Page.of(found, most, Awaited::cursor, this::withMember);
    }

    private ObjectNode withMember(Awaited awaited) {
        var json = (ObjectNode) mapper.readTree(awaited.order().document());
        return json.put("memberId", awaited.order().memberId());
    }
}
