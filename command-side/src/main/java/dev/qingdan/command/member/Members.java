package dev.qingdan.command.member;

import dev.qingdan.command.member.MemberCommand.RegisterMember;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.UnitsOfWork;
import dev.qingdan.command.platform.UnitsOfWork.Done;
import dev.qingdan.events.ConsistencyToken;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is who: members by their openid, which is personal and never leaves this side. */
@Component
public class Members {

    private final JdbcClient jdbc;
    private final UnitsOfWork units;
    private final CommandGateway gateway;
    private final Ids ids;

    Members(JdbcClient jdbc, UnitsOfWork units, CommandGateway gateway, Ids ids) {
        this.jdbc = jdbc;
        this.units = units;
        this.gateway = gateway;
        this.ids = ids;
    }

    /** To whom WeChat shall send the money request; empty once the person is forgotten. */
    public Optional<String> openidOf(String memberId) {
        return jdbc.sql("select openid from member_identity where member_id = :memberId")
                .param("memberId", memberId)
                .query(String.class)
                .optional();
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
        int inserted =
                jdbc.sql(
                                """
                                insert into member_identity (member_id, openid)
                                values (:memberId, :openid) on conflict (openid) do nothing
                                """)
                        .param("memberId", memberId)
                        .param("openid", openid)
                        .update();
        if (inserted == 0) {
            return find(openid).orElseThrow();
        }
        gateway.sendAndWait(new RegisterMember(memberId));
        return memberId;
    }

    private Optional<String> find(String openid) {
        return jdbc.sql("select member_id from member_identity where openid = :openid")
                .param("openid", openid)
                .query(String.class)
                .optional();
    }
}
