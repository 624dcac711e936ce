package dev.qingdan.command.platform.privacy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who was erased while tokens of theirs may still be about. Kept in memory, so that no request has
 * to ask the database; another instance knows within seconds.
 */
@Component
public class ErasedMembers {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedMembers.class);

    private final JdbcClient jdbc;
    private final Set<String> recently = ConcurrentHashMap.newKeySet();

    ErasedMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean contains(String memberId) {
        return recently.contains(memberId);
    }

    /** In the caller's transaction; this instance knows from its commit on. */
    public void add(String memberId) {
        jdbc.sql("insert into member_erasure (member_id) values (:member) on conflict do nothing")
                .param("member", memberId)
                .update();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        recently.add(memberId);
                    }
                });
    }

    /** Tokens live two hours; clocks may differ. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            // Nobody is taken out who was put in while the database was asked
            var before = Set.copyOf(recently);
            var erased =
                    jdbc.sql(
                                    """
                                    select member_id from member_erasure
                                    where erased_at > now() - interval '3 hours'
                                    """)
                            .query(String.class)
                            .set();
            recently.addAll(erased);
            recently.removeIf(member -> before.contains(member) && !erased.contains(member));
        } catch (DataAccessException away) {
            LOG.debug("Who was erased lately is not known now", away);
        }
    }
}
