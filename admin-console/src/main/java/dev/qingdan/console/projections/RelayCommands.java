package dev.qingdan.console.projections;

import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.ForOperators;
import dev.qingdan.console.platform.StaffCommand;
import dev.qingdan.console.platform.StaffCommands;
import dev.qingdan.console.platform.Toasts;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Holds the relay, and lets it go on from where it stood. */
@Controller
@ForOperators
class RelayCommands {

    private final StaffCommands commands;
    private final Toasts toasts;

    RelayCommands(StaffCommands commands, Toasts toasts) {
        this.commands = commands;
        this.toasts = toasts;
    }

    @PostMapping("/relay/{steering:pause|resume}")
    String steer(@PathVariable String steering, @RequestParam String key, RedirectAttributes next) {
        var call = Call.command("/ops/relay/{steering}", steering);
        var command = StaffCommand.post("relay." + steering, "relay", call, Map.of(), key);
        toasts.tell(next, command, commands.send(command), "relay.done." + steering);
        return "redirect:/projections";
    }
}
