package dev.qingdan.console.dashboard;

import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Live;
import dev.qingdan.console.platform.Sides;
import dev.qingdan.console.shops.ShopDirectory;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class DashboardPage {

    private final Sides sides;
    private final ShopDirectory shops;

    DashboardPage(Sides sides, ShopDirectory shops) {
        this.sides = sides;
        this.shops = shops;
    }

    @GetMapping("/")
    ModelAndView show(@RequestParam(required = false) @Nullable String shopId) {
        return Live.page("dashboard/dashboard", shown(shopId)).addObject("shops", shops.all());
    }

    @GetMapping("/dashboard/numbers")
    ModelAndView numbers(
            @RequestParam(required = false) @Nullable String shopId,
            @RequestParam(required = false) @Nullable String mark) {
        return Live.fragment("dashboard/dashboard :: numbers", mark, shown(shopId));
    }

    private Map<String, ?> shown(@Nullable String shopId) {
        var call = Call.query("/api/v1/staff/overview").with("shopId", shopId);
        return Map.of(
                "shopId", Objects.requireNonNullElse(shopId, ""),
                "overview", sides.read(call, Overview.class));
    }
}
