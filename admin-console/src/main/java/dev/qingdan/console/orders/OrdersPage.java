package dev.qingdan.console.orders;

import dev.qingdan.console.platform.Live;
import dev.qingdan.console.shops.ShopDirectory;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/orders")
class OrdersPage {

    private static final int QUEUE = 8;

    private final OrderDesk desk;
    private final ShopDirectory shops;

    OrdersPage(OrderDesk desk, ShopDirectory shops) {
        this.desk = desk;
        this.shops = shops;
    }

    @GetMapping
    ModelAndView list(OrderFilter filter) {
        var orders = desk.list(filter, OrderDesk.PAGE, null);
        return Live.page("orders/list", Map.of("filter", filter, "orders", orders))
                .addObject("shops", shops.all())
                .addObject("statuses", OrderStatus.values());
    }

    /** The top of the list again, while somebody watches it. */
    @GetMapping("/newest")
    ModelAndView newest(
            OrderFilter filter,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable String mark) {
        var shown = Map.of("filter", filter, "orders", desk.newest(filter, since));
        return Live.fragment("orders/list :: newest", mark, shown);
    }

    /** The next page of the list, when its end comes into sight. */
    @GetMapping("/older")
    String older(OrderFilter filter, @RequestParam String cursor, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("orders", desk.list(filter, OrderDesk.PAGE, cursor));
        return "orders/list :: older";
    }

    /** What waits to be accepted, for the dashboard. */
    @GetMapping("/queue")
    ModelAndView queue(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable String mark) {
        var filter = new OrderFilter(shopId, OrderStatus.PAID, null);
        var shown = Map.of("filter", filter, "orders", desk.list(filter, QUEUE, null));
        return Live.fragment("orders/queue :: queue", mark, shown);
    }
}
