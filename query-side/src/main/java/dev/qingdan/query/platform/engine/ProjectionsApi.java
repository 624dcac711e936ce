package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.web.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The projections, for operators. */
@RestController
@RequestMapping("/ops/projections")
class ProjectionsApi {

    private final Projections projections;
    private final ProjectionStatuses statuses;

    ProjectionsApi(Projections projections, ProjectionStatuses statuses) {
        this.projections = projections;
        this.statuses = statuses;
    }

    @GetMapping
    List<ProjectionStatus> all() {
        return statuses.all();
    }

    @GetMapping("/{name}")
    ProjectionStatus one(@PathVariable String name) {
        return statuses.of(projections.asked(name))
                .orElseThrow(() -> Problem.notFound("projection.not-ready", "Not set up yet"));
    }
}
