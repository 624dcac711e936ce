package dev.qingdan.console.products;

import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.ForClerks;
import dev.qingdan.console.platform.ForManagers;
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

/** Receives stock and corrects its count; the limits are command-side's to check. */
@Controller
@RequestMapping("/products/{sku}")
class StockCommands {

    /** Why a count differs, in the words of the contract. */
    enum CorrectionReason {
        COUNT,
        DAMAGE,
        LOSS,
        EXPIRY,
        OTHER
    }

    private final StaffCommands commands;
    private final Toasts toasts;

    StockCommands(StaffCommands commands, Toasts toasts) {
        this.commands = commands;
        this.toasts = toasts;
    }

    @PostMapping("/receipts")
    @ForClerks
    String receive(
            @PathVariable String sku,
            @RequestParam int quantity,
            @RequestParam String reference,
            @RequestParam String key,
            RedirectAttributes next) {
        var call = Call.command("/api/v1/staff/stock/{sku}/receipts", sku);
        var body = Map.of("quantity", quantity, "reference", reference.strip());
        var command = StaffCommand.post("stock.receive", sku, call, body, key);
        toasts.tell(next, command, commands.send(command), "stock.received", quantity);
        return "redirect:/products/{sku}";
    }

    @PostMapping("/corrections")
    @ForManagers
    String correct(
            @PathVariable String sku,
            @RequestParam int counted,
            @RequestParam CorrectionReason reason,
            @RequestParam String key,
            RedirectAttributes next) {
        var call = Call.command("/api/v1/staff/stock/{sku}/corrections", sku);
        var body = Map.of("counted", counted, "reason", reason);
        var command = StaffCommand.post("stock.correct", sku, call, body, key);
        toasts.tell(next, command, commands.send(command), "stock.corrected", counted);
        return "redirect:/products/{sku}";
    }
}
