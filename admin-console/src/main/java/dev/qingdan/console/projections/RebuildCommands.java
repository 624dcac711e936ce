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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rebuilds a projection beside the one that serves, and steers that rebuild. */
@Controller
@RequestMapping("/projections/{name}/rebuilds")
@ForOperators
class RebuildCommands {

    private final StaffCommands commands;
    private final Toasts toasts;

    RebuildCommands(StaffCommands commands, Toasts toasts) {
        this.commands = commands;
        this.toasts = toasts;
    }

    @PostMapping
    String start(@PathVariable String name, @RequestParam String key, RedirectAttributes next) {
        var call = Call.query("/ops/projections/{name}/rebuilds", name);
        var body = Map.of("mode", "REPLACE");
        var command = StaffCommand.post("projection.rebuild", name, call, body, key);
        toasts.tell(next, command, commands.send(command), "projections.rebuild-started", name);
        return "redirect:/projections";
    }

    @PostMapping("/{id}/{steering:pause|resume|cancel}")
    String steer(
            @PathVariable String name,
            @PathVariable String id,
            @PathVariable String steering,
            @RequestParam String key,
            RedirectAttributes next) {
        var call =
                Call.query("/ops/projections/{name}/rebuilds/{id}/{steering}", name, id, steering);
        var command = StaffCommand.post("projection." + steering, name, call, Map.of(), key);
        toasts.tell(next, command, commands.send(command), "projections.done." + steering, name);
        return "redirect:/projections";
    }
}
