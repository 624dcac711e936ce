package dev.qingdan.query.platform.engine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The rebuilds of all projections; at most one of each is open. */
interface RebuildRepository extends JpaRepository<Rebuild, UUID> {

    Optional<Rebuild> findByIdAndProjection(UUID id, String projection);

    List<Rebuild> findTop20ByProjectionOrderByStartedAtDesc(String projection);

    Optional<Rebuild> findFirstByProjectionOrderByStartedAtDesc(String projection);

    @Query("select r from Rebuild r where r.state in (RUNNING, PAUSED)")
    List<Rebuild> findOpen();

    @Query(
            """
            select r from Rebuild r
            where r.projection = :projection and r.state in (RUNNING, PAUSED)
            """)
    Optional<Rebuild> findOpen(String projection);
}
