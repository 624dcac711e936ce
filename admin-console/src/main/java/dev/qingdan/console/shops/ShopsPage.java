package dev.qingdan.console.shops;

import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.ForManagers;
import dev.qingdan.console.platform.StaffCommand;
import dev.qingdan.console.platform.StaffCommands;
import dev.qingdan.console.platform.Toasts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/shops")
class ShopsPage {

    record NewShop(@NotBlank @Size(max = 60) String name, String key) {}

    private final ShopDirectory shops;
    private final StaffCommands commands;
    private final Toasts toasts;

    ShopsPage(ShopDirectory shops, StaffCommands commands, Toasts toasts) {
        this.shops = shops;
        this.commands = commands;
        this.toasts = toasts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("shops", shops.all());
        model.addAttribute("form", new NewShop("", ""));
        return "shops/list";
    }

    @PostMapping
    @ForManagers
    String add(
            @Valid @ModelAttribute("form") NewShop form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            model.addAttribute("shops", shops.all());
            return "shops/list";
        }
        var call = Call.command("/api/v1/staff/shops");
        var name = form.name().strip();
        var command = StaffCommand.post("shop.open", name, call, Map.of("name", name), form.key());
        toasts.tell(next, command, commands.send(command), "shops.opened", name);
        return "redirect:/shops";
    }
}
