package dev.qingdan.console.orders;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.ForManagers;
import dev.qingdan.console.platform.Items;
import dev.qingdan.console.platform.Live;
import dev.qingdan.console.platform.StaffCommand;
import dev.qingdan.console.platform.StaffCommands;
import dev.qingdan.console.platform.Toasts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Refunds that buyers asked for and that wait for the shop's answer. */
@Controller
@RequestMapping("/refunds")
class RefundsPage {

    private static final int QUEUE = 20;

    private final OrderDesk desk;
    private final StaffCommands commands;
    private final Toasts toasts;

    RefundsPage(OrderDesk desk, StaffCommands commands, Toasts toasts) {
        this.desk = desk;
        this.commands = commands;
        this.toasts = toasts;
    }

    @GetMapping
    ModelAndView list() {
        return Live.page("orders/refunds", shown());
    }

    @GetMapping("/queue")
    ModelAndView queue(@RequestParam(required = false) @Nullable String mark) {
        return Live.fragment("orders/refunds :: queue", mark, shown());
    }

    @PostMapping("/{id}/approval")
    @ForManagers
    String approve(@PathVariable String id, @RequestParam String key, RedirectAttributes next) {
        return decide("approve", "approval", id, Map.of(), key, next);
    }

    @PostMapping("/{id}/rejection")
    @ForManagers
    String reject(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestParam String key,
            RedirectAttributes next) {
        return decide("reject", "rejection", id, Map.of("reason", reason.strip()), key, next);
    }

    private String decide(
            String verb,
            String resource,
            String id,
            Map<String, String> body,
            String key,
            RedirectAttributes next) {
        var call = Call.command("/api/v1/staff/refunds/{id}/{resource}", id, resource);
        var command = StaffCommand.post("refund." + verb, id, call, body, key);
        toasts.tell(next, command, commands.send(command), "refunds.done." + verb);
        return "redirect:/refunds";
    }

    /** With what each buyer wrote, since nobody can decide without it. */
    private Map<String, ?> shown() {
        var orders = desk.awaitingRefund(QUEUE);
        var texts = new HashMap<String, Answer<Order.Texts>>();
        if (orders instanceof Answer.Given<Items<Order>>(var page, _)) {
            page.items().forEach(order -> texts.put(order.orderId(), desk.texts(order.orderId())));
        }
        return Map.of("orders", orders, "texts", texts);
    }
}
