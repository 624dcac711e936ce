package dev.qingdan.command.member;

import dev.qingdan.command.member.MemberCommand.EarnPoints;
import dev.qingdan.command.member.MemberCommand.TakeBackPoints;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Gives points for orders, inside of the unit of work that decides the order: either both happen or
 * neither. An order is worth a point for each whole yuan that the shop keeps of it, so however its
 * money goes back, what was earned less what was taken back comes to that.
 */
@Component
public class MemberPoints {

    private static final long FEN_PER_POINT = 100;

    private final CommandGateway gateway;
    private final Clock clock;

    MemberPoints(CommandGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** The member has the goods, and the shop {@code kept} fen. */
    public void earn(String memberId, String orderId, long kept) {
        long points = worth(kept);
        if (points > 0) {
            gateway.sendAndWait(new EarnPoints(memberId, orderId, points, clock.instant()));
        }
    }

    /** The shop kept {@code before} fen, and after this refund {@code after}. */
    public void takeBack(
            String memberId, String orderId, String refundId, long before, long after) {
        long points = worth(before) - worth(after);
        if (points > 0) {
            gateway.sendAndWait(
                    new TakeBackPoints(memberId, orderId, refundId, points, clock.instant()));
        }
    }

    private static long worth(long fen) {
        return fen / FEN_PER_POINT;
    }
}
