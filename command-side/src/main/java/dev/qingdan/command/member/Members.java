package dev.qingdan.command.member;

import dev.qingdan.command.member.MemberCommand.RegisterMember;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.UnitsOfWork;
import dev.qingdan.command.platform.UnitsOfWork.Done;
import dev.qingdan.command.platform.privacy.BlindIndex;
import dev.qingdan.command.platform.privacy.PersonalData;
import dev.qingdan.events.ConsistencyToken;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is who: members by their openid, which is personal. It is found by its keyed hash, kept
 * sealed with its member's key, and never leaves this side.
 */
@Component
public class Members {

    private static final String OPENID = "openid";

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final BlindIndex index;
    private final UnitsOfWork units;
    private final CommandGateway gateway;
    private final Ids ids;

    Members(
            JdbcClient jdbc,
            PersonalData personal,
            BlindIndex index,
            UnitsOfWork units,
            CommandGateway gateway,
            Ids ids) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.index = index;
        this.units = units;
        this.gateway = gateway;
        this.ids = ids;
    }

    /** To whom WeChat shall send the money request; empty once the person is forgotten. */
    public Optional<String> openidOf(String memberId) {
        return jdbc.sql("select openid_sealed from member_identity where member_id = :memberId")
                .param("memberId", memberId)
                .query(byte[].class)
                .optional()
                .flatMap(sealed -> personal.open(memberId, OPENID, sealed));
    }

    /** The id of the member with that openid, who is registered now if this is the first login. */
    Done<String> memberOf(String openid, Origin origin) {
        return find(openid)
                .map(memberId -> new Done<>(memberId, ConsistencyToken.NOTHING))
                .orElseGet(() -> units.run(origin, () -> register(openid)));
    }

    /** Of two first logins at once the second waits here for the first, and finds its member. */
    private String register(String openid) {
        var memberId = ids.generateIdentifier();
        personal.begin(memberId);
        int inserted =
                jdbc.sql(
                                """
                                insert into member_identity (member_id, openid_index, openid_sealed)
                                values (:memberId, :index, :sealed)
                                on conflict (openid_index) do nothing
                                """)
                        .param("memberId", memberId)
                        .param("index", index.of(openid))
                        .param("sealed", personal.seal(memberId, OPENID, openid).orElseThrow())
                        .update();
        if (inserted == 0) {
            personal.erase(memberId);
            return find(openid).orElseThrow();
        }
        gateway.sendAndWait(new RegisterMember(memberId));
        return memberId;
    }

    private Optional<String> find(String openid) {
        return jdbc.sql("select member_id from member_identity where openid_index = :index")
                .param("index", index.of(openid))
                .query(String.class)
                .optional();
    }

    /** In the caller's unit of work. From its commit on nobody can tell who that was. */
    void forget(String memberId) {
        personal.erase(memberId);
        jdbc.sql("delete from member_identity where member_id = :memberId")
                .param("memberId", memberId)
                .update();
    }
}
