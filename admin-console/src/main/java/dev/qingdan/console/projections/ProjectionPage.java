package dev.qingdan.console.projections;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Live;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One projection: its generations, its rebuilds and what they found, and its dead letters. */
@Controller
@RequestMapping("/projections/{name}")
class ProjectionPage {

    private final ProjectionDesk desk;

    ProjectionPage(ProjectionDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView show(@PathVariable String name) {
        return Live.page("projections/one", shown(name));
    }

    @GetMapping("/live")
    ModelAndView live(
            @PathVariable String name, @RequestParam(required = false) @Nullable String mark) {
        return Live.fragment("projections/one :: live", mark, shown(name));
    }

    /** The next page of the dead letters, when their end comes into sight. */
    @GetMapping("/dead-letters")
    ModelAndView older(@PathVariable String name, @RequestParam String cursor) {
        return new ModelAndView(
                "projections/letters :: some",
                Map.of("name", name, "letters", desk.deadLetters(name, cursor)));
    }

    private Map<String, ?> shown(String name) {
        var projection = desk.one(name);
        if (projection instanceof Answer.Refused<Projection>(var problem)
                && problem.status() == HttpStatus.NOT_FOUND.value()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var shown = new HashMap<String, Object>();
        shown.put("name", name);
        shown.put("projection", projection);
        shown.put("generations", desk.generations(name));
        shown.put("rebuilds", desk.rebuilds(name));
        shown.put("letters", desk.deadLetters(name, null));
        return shown;
    }
}
