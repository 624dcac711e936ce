package dev.qingdan.console.projections;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Live;
import dev.qingdan.console.platform.Sides;
import java.util.HashMap;
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

    private static final String PROJECTIONS = "projections";
    private static final ParameterizedTypeReference<List<Projection>> PROJECTION_LIST =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Rebuild>> REBUILDS =
            new ParameterizedTypeReference<>() {};

    private final Sides sides;

    ProjectionsPage(Sides sides) {
        this.sides = sides;
    }

    @GetMapping
    ModelAndView show() {
        return withResults(Live.page("projections/projections", shown()));
    }

    @GetMapping("/live")
    ModelAndView live(@RequestParam(required = false) @Nullable String mark) {
        return withResults(Live.fragment("projections/projections :: live", mark, shown()));
    }

    /** The short form, for the dashboard. */
    @GetMapping("/health")
    ModelAndView health(@RequestParam(required = false) @Nullable String mark) {
        return Live.fragment("projections/health :: health", mark, shown());
    }

    private Map<String, ?> shown() {
        return Map.of(
                PROJECTIONS,
                sides.read(Call.query("/ops/projections"), PROJECTION_LIST),
                "relay",
                sides.read(Call.command("/ops/relay"), RelayState.class));
    }

    /** What came of the last rebuild; a projection itself tells only of one under way. */
    private ModelAndView withResults(ModelAndView page) {
        var results = new HashMap<String, Rebuild>();
        if (page.getModel().get(PROJECTIONS) instanceof Answer.Given<?>(List<?> shown, _)) {
            shown.stream()
                    .map(Projection.class::cast)
                    .filter(projection -> projection.rebuild() == null)
                    .forEach(projection -> lastRebuild(projection, results));
        }
        return page.isReference() ? page.addObject("results", results) : page;
    }

    private void lastRebuild(Projection projection, Map<String, Rebuild> results) {
        var call = Call.query("/ops/projections/{name}/rebuilds", projection.name());
        var last = sides.read(call, REBUILDS).getBody();
        if (last != null && !last.isEmpty()) {
            results.put(projection.name(), last.getFirst());
        }
    }
}
