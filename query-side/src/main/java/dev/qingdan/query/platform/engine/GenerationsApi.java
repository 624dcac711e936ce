package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.engine.KeptGenerations.Kept;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The generations of a projection that are there, and giving one back to the disk. */
@RestController
@RequestMapping("/ops/projections/{name}/generations")
class GenerationsApi {

    private final Projections projections;
    private final KeptGenerations generations;

    GenerationsApi(Projections projections, KeptGenerations generations) {
        this.projections = projections;
        this.generations = generations;
    }

    /** The latest first. */
    @GetMapping
    List<Kept> all(@PathVariable String name) {
        return generations.of(projections.asked(name));
    }

    @PostMapping("/{id}/drop")
    Map<String, String> drop(@PathVariable String name, @PathVariable String id) {
        generations.drop(projections.asked(name), id);
        return Map.of("dropped", id);
    }
}
