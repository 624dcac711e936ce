package dev.qingdan.console.projections;

import dev.qingdan.console.platform.Live;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/projections")
class ProjectionsPage {

    private final ProjectionDesk desk;

    ProjectionsPage(ProjectionDesk desk) {
        this.desk = desk;
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
        return Map.of("projections", desk.all(), "relay", desk.relay());
    }
}
