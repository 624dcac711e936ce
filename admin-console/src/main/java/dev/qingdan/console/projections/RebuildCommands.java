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

/** Fills a generation beside the one that serves, steers that, and gives room back. */
@Controller
@RequestMapping("/projections/{name}")
@ForOperators
class RebuildCommands {

    private static final Map<String, String> MODES =
            Map.of("rebuild", "REPLACE", "verify", "VERIFY", "rollback", "ROLLBACK");

    private final StaffCommands commands;
    private final Toasts toasts;

    RebuildCommands(StaffCommands commands, Toasts toasts) {
        this.commands = commands;
        this.toasts = toasts;
    }

    /**
     * @param fromList whether to go on with the list of all projections
     */
    @PostMapping("/{purpose:rebuild|verify|rollback}")
    String start(
            @PathVariable String name,
            @PathVariable String purpose,
            @RequestParam String key,
            @RequestParam(defaultValue = "false") boolean fromList,
            RedirectAttributes next) {
        var call = Call.query("/ops/projections/{name}/rebuilds", name);
        var body = Map.of("mode", MODES.getOrDefault(purpose, purpose));
        return send(purpose, name, call, body, key, fromList, next);
    }

    @PostMapping("/rebuilds/{id}/{steering:pause|resume|cancel}")
    String steer(
            @PathVariable String name,
            @PathVariable String id,
            @PathVariable String steering,
            @RequestParam String key,
            @RequestParam(defaultValue = "false") boolean fromList,
            RedirectAttributes next) {
        var call =
                Call.query("/ops/projections/{name}/rebuilds/{id}/{steering}", name, id, steering);
        return send(steering, name, call, Map.of(), key, fromList, next);
    }

    @PostMapping("/generations/{id}/drop")
    String drop(
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam String key,
            RedirectAttributes next) {
        var call = Call.query("/ops/projections/{name}/generations/{id}/drop", name, id);
        return send("drop", name, call, Map.of(), key, false, next);
    }

    private String send(
            String what,
            String name,
            Call call,
            Map<String, String> body,
            String key,
            boolean fromList,
            RedirectAttributes next) {
        var command = StaffCommand.post("projection." + what, name, call, body, key);
        toasts.tell(next, command, commands.send(command), "projections.done." + what, name);
        next.addAttribute("name", name);
        return fromList ? "redirect:/projections" : "redirect:/projections/{name}";
    }
}
