package dev.qingdan.console.audit;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface AuditLog extends Repository<AuditEntry, Long> {

    AuditEntry save(AuditEntry entry);

    /** Newest first, below an id, of one person or (with an empty name) of all. */
    @Query(
            """
            select entry from AuditEntry entry
            where entry.id < :below and (:who = '' or entry.who = :who)
            order by entry.id desc
            """)
    List<AuditEntry> page(@Param("who") String who, @Param("below") long below, Limit limit);
}
