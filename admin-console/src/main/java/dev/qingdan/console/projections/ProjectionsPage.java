package dev.qingdan.console.projections;

import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Live;
import dev.qingdan.console.platform.Sides;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/projections")
class ProjectionsPage {

    private static final ParameterizedTypeReference<List<Projection>> PROJECTIONS =
            new ParameterizedTypeReference<>() {};

    private final Sides sides;

    ProjectionsPage(Sides sides) {
        this.sides = sides;
    }

    @GetMapping
    ModelAndView show() {
        return Live.page("projections/projections", shown());
    }

    @GetMapping("/live")
    ModelAndView live(@RequestParam(required = false) @Nullable String mark) {
        return Live.fragment("projections/projections :: live", mark, shown());
    }

    /** The short form, for the dashboard. */
    @GetMapping("/health")
    ModelAndView health(@RequestParam(required = false) @Nullable String mark) {
        return Live.fragment("projections/health :: health", mark, shown());
    }

    private Map<String, ?> shown() {
        return Map.of(
                "projections",
                sides.read(Call.query("/ops/projections"), PROJECTIONS),
                "relay",
                sides.read(Call.command("/ops/relay"), RelayState.class));
    }
}
