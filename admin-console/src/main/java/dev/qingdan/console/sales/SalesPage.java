package dev.qingdan.console.sales;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.shops.ShopDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SalesPage {

    private final SalesBook book;
    private final ShopDirectory shops;
    private final Clock clock;

    SalesPage(SalesBook book, ShopDirectory shops, Clock clock) {
        this.book = book;
        this.shops = shops;
        this.clock = clock;
    }

    @GetMapping("/sales")
    String show(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var filter = SalesFilter.of(shopId, from, to, clock);
        var days = book.days(filter);
        model.addAttribute("filter", filter);
        model.addAttribute("days", days);
        model.addAttribute("all", sum(days));
        model.addAttribute("products", book.products(filter, cursor));
        model.addAttribute("steps", book.steps(filter));
        model.addAttribute("shops", shops.all());
        return "sales/sales";
    }

    private static @Nullable Day sum(Answer<List<Day>> days) {
        return days instanceof Answer.Given<List<Day>>(var found, _)
                ? found.stream().reduce(Day::and).orElse(null)
                : null;
    }
}
