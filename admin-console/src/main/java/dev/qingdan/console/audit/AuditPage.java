package dev.qingdan.console.audit;

import dev.qingdan.console.platform.ForAuditors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/audit")
@ForAuditors
class AuditPage {

    private static final int PAGE = 40;

    private final AuditLog log;

    AuditPage(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String who, Model model) {
        show(who.strip(), Long.MAX_VALUE, model);
        return "audit/list";
    }

    @GetMapping("/older")
    String older(
            @RequestParam(defaultValue = "") String who, @RequestParam long below, Model model) {
        show(who.strip(), below, model);
        return "audit/list :: rows";
    }

    private void show(String who, long below, Model model) {
        var entries = log.page(who, below, Limit.of(PAGE));
        model.addAttribute("who", who);
        model.addAttribute("entries", entries);
        if (entries.size() == PAGE) {
            model.addAttribute("below", entries.getLast().getId());
        }
    }
}
