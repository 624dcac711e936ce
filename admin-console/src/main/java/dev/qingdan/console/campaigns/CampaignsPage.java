package dev.qingdan.console.campaigns;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Display;
import dev.qingdan.console.platform.ForManagers;
import dev.qingdan.console.platform.Items;
import dev.qingdan.console.platform.Live;
import dev.qingdan.console.platform.Sides;
import dev.qingdan.console.platform.StaffCommand;
import dev.qingdan.console.platform.StaffCommands;
import dev.qingdan.console.platform.Toasts;
import dev.qingdan.console.shops.ShopDirectory;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/campaigns")
class CampaignsPage {

    private static final ParameterizedTypeReference<Items<Campaign>> CAMPAIGNS =
            new ParameterizedTypeReference<>() {};
    private static final int PAGE = 30;
    private static final int USUAL_DAYS = 14;

    private final Sides sides;
    private final ShopDirectory shops;
    private final StaffCommands commands;
    private final Toasts toasts;

    CampaignsPage(Sides sides, ShopDirectory shops, StaffCommands commands, Toasts toasts) {
        this.sides = sides;
        this.shops = shops;
        this.commands = commands;
        this.toasts = toasts;
    }

    @GetMapping
    ModelAndView list() {
        return Live.page("campaigns/list", shown());
    }

    /** Again, while somebody watches how coupons are taken. */
    @GetMapping("/live")
    ModelAndView live(@RequestParam(required = false) @Nullable String mark) {
        return Live.fragment("campaigns/list :: live", mark, shown());
    }

    @GetMapping("/more")
    String more(@RequestParam String cursor, Model model) {
        model.addAttribute("campaigns", campaigns(cursor));
        return "campaigns/list :: more";
    }

    @GetMapping("/new")
    @ForManagers
    String blank(@RequestParam(required = false) @Nullable String shopId, Model model) {
        var lastDay = LocalDate.now(Display.ZONE).plusDays(USUAL_DAYS);
        model.addAttribute("form", CampaignForm.empty(shopId, lastDay));
        model.addAttribute("shops", shops.all());
        return "campaigns/new";
    }

    @PostMapping
    @ForManagers
    String open(
            @Valid @ModelAttribute("form") CampaignForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        form.check(errors);
        if (errors.hasErrors()) {
            model.addAttribute("shops", shops.all());
            return "campaigns/new";
        }
        var command = form.command();
        toasts.tell(next, command, commands.send(command), "campaigns.opened", form.name());
        return "redirect:/campaigns";
    }

    @PostMapping("/{id}/closure")
    @ForManagers
    String close(@PathVariable String id, @RequestParam String key, RedirectAttributes next) {
        var call = Call.command("/api/v1/staff/campaigns/{id}/closure", id);
        var command = StaffCommand.post("campaign.close", id, call, Map.of(), key);
        toasts.tell(next, command, commands.send(command), "campaigns.closed");
        return "redirect:/campaigns";
    }

    private Map<String, ?> shown() {
        return Map.of("campaigns", campaigns(null));
    }

    private Answer<Items<Campaign>> campaigns(@Nullable String cursor) {
        var call = Call.query("/api/v1/staff/campaigns");
        return sides.read(call.with("limit", PAGE).with("cursor", cursor), CAMPAIGNS);
    }
}
