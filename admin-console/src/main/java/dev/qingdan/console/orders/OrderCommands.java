package dev.qingdan.console.orders;

import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.ForClerks;
import dev.qingdan.console.platform.StaffCommand;
import dev.qingdan.console.platform.StaffCommands;
import dev.qingdan.console.platform.Toasts;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves an order on: accepted, ready, handed over. */
@Controller
@RequestMapping("/orders/{id}")
@ForClerks
class OrderCommands {

    private final StaffCommands commands;
    private final Toasts toasts;

    OrderCommands(StaffCommands commands, Toasts toasts) {
        this.commands = commands;
        this.toasts = toasts;
    }

    /** From the dashboard people go on with the queue, from an order's page with that order. */
    @PostMapping("/acceptance")
    String accept(
            @PathVariable String id,
            @RequestParam String key,
            @RequestParam(defaultValue = "false") boolean fromQueue,
            RedirectAttributes next) {
        var page = run("accept", "acceptance", id, Map.of(), key, next);
        return fromQueue ? "redirect:/" : page;
    }

    @PostMapping("/readiness")
    String makeReady(@PathVariable String id, @RequestParam String key, RedirectAttributes next) {
        return run("ready", "readiness", id, Map.of(), key, next);
    }

    @PostMapping("/handover")
    String handOver(
            @PathVariable String id,
            @RequestParam String pickupCode,
            @RequestParam String key,
            RedirectAttributes next) {
        return run(
                "hand-over", "handover", id, Map.of("pickupCode", pickupCode.strip()), key, next);
    }

    private String run(
            String verb,
            String resource,
            String id,
            Map<String, String> body,
            String key,
            RedirectAttributes next) {
        var call = Call.command("/api/v1/staff/orders/{id}/{resource}", id, resource);
        var command = StaffCommand.post("order." + verb, id, call, body, key);
        toasts.tell(next, command, commands.send(command), "orders.done." + verb);
        next.addAttribute("id", id);
        return "redirect:/orders/{id}";
    }
}
