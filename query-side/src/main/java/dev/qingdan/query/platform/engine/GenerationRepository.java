package dev.qingdan.query.platform.engine;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The generations of all projections, dropped ones too: their numbers are not given again. */
interface GenerationRepository extends JpaRepository<Generation, String> {

    Optional<Generation> findByProjectionAndState(String projection, Generation.State state);

    @Query("select g from Generation g where g.state in (BUILDING, LIVE)")
    List<Generation> findWorking();

    @Query("select coalesce(max(g.number), 0) from Generation g where g.projection = :projection")
    int lastNumber(String projection);
}
