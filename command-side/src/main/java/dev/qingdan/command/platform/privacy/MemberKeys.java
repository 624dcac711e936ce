package dev.qingdan.command.platform.privacy;

import dev.qingdan.command.platform.privacy.MasterKeys.Wrapped;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One key for each member; it is never kept in memory, so that deleting it takes effect everywhere.
 */
@Repository
class MemberKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final MasterKeys masterKeys;

    MemberKeys(JdbcClient jdbc, MasterKeys masterKeys) {
        this.jdbc = jdbc;
        this.masterKeys = masterKeys;
    }

    /** In the caller's transaction; a key that is there stays. */
    void create(String memberId) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var wrapped = masterKeys.wrap(memberId, new SecretKeySpec(bytes, "AES"));
        jdbc.sql(
                        """
                        insert into member_key (member_id, master_key, wrapped)
                        values (:member, :masterKey, :wrapped) on conflict do nothing
                        """)
                .param("member", memberId)
                .param("masterKey", wrapped.masterKey())
                .param("wrapped", wrapped.key())
                .update();
    }

    Optional<SecretKey> of(String memberId) {
        return jdbc.sql("select master_key, wrapped from member_key where member_id = :member")
                .param("member", memberId)
                .query((row, _) -> new Wrapped(row.getString(1), row.getBytes(2)))
                .optional()
                .map(wrapped -> masterKeys.unwrap(memberId, wrapped));
    }

    void delete(String memberId) {
        jdbc.sql("delete from member_key where member_id = :member")
                .param("member", memberId)
                .update();
    }
}
