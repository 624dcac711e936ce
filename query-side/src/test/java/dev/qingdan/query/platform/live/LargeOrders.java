package dev.qingdan.query.platform.live;

import static dev.qingdan.query.testing.Orders.MEMBER;
import static dev.qingdan.query.testing.Orders.SHOP;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderLine;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.testing.History;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Orders that fill the buffers between two sockets before long: 50 lines with long names each. */
record LargeOrders(History history) {

    List<Recorded<DomainEvent>> placed(int count) {
        var line = OrderLine.of("oolong-50g", "冻顶乌龙".repeat(50), 100, 1);
        var lines = Collections.nCopies(50, line);
        return IntStream.range(0, count)
                .mapToObj(i -> history.add(order("large-" + i, lines)))
                .toList();
    }

    private static OrderPlaced order(String id, List<OrderLine> lines) {
        var at = History.BEGINNING;
        return new OrderPlaced(
                id, MEMBER, SHOP, id, lines, 5_000, 0, 5_000, null, at, at.plusSeconds(900));
    }
}
