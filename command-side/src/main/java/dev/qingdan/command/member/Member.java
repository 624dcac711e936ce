package dev.qingdan.command.member;

import static dev.qingdan.command.platform.Decision.accept;

import dev.qingdan.command.member.MemberCommand.EarnPoints;
import dev.qingdan.command.member.MemberCommand.EraseMember;
import dev.qingdan.command.member.MemberCommand.RegisterMember;
import dev.qingdan.command.member.MemberCommand.TakeBackPoints;
import dev.qingdan.command.platform.Decision;
import dev.qingdan.events.MemberEvent;
import dev.qingdan.events.MemberEvent.LevelChanged;
import dev.qingdan.events.MemberEvent.MemberErased;
import dev.qingdan.events.MemberEvent.MemberLevel;
import dev.qingdan.events.MemberEvent.MemberRegistered;
import dev.qingdan.events.MemberEvent.PointsEarned;
import dev.qingdan.events.MemberEvent.PointsTakenBack;
import java.time.Instant;

/**
 * What a member has earned. Only the sum: the order, decided in the same unit of work, knows what
 * it has brought and stops every repetition.
 */
record Member(long points, boolean erased) {

    static final Member NEW = new Member(0, false);

    private static final long SILVER_FROM = 1_000;
    private static final long GOLD_FROM = 5_000;

    /** By all points that were earned and not taken back. */
    MemberLevel level() {
        if (points >= GOLD_FROM) {
            return MemberLevel.GOLD;
        }
        return points >= SILVER_FROM ? MemberLevel.SILVER : MemberLevel.NORMAL;
    }

    Decision<MemberEvent> decide(MemberCommand command) {
        return switch (command) {
            case RegisterMember(var memberId) -> accept(new MemberRegistered(memberId));
            case EraseMember _ when erased -> accept();
            case EraseMember(var memberId, var now) -> accept(new MemberErased(memberId, now));
            case EarnPoints(_, _, var earned, _) when earned == 0 -> accept();
            case EarnPoints(var memberId, var orderId, var earned, var now) ->
                    withLevel(new PointsEarned(memberId, orderId, earned, now), now);
            case TakeBackPoints takeBack -> takeBack(takeBack);
        };
    }

    /** Orders of a time before there were points brought none, so nobody comes to owe any. */
    private Decision<MemberEvent> takeBack(TakeBackPoints takeBack) {
        long lost = Math.min(takeBack.points(), points);
        return lost == 0
                ? accept()
                : withLevel(
                        new PointsTakenBack(
                                takeBack.memberId(),
                                takeBack.orderId(),
                                takeBack.refundId(),
                                lost,
                                takeBack.now()),
                        takeBack.now());
    }

    private Decision<MemberEvent> withLevel(MemberEvent event, Instant now) {
        var after = evolve(event);
        return after.level() == level()
                ? accept(event)
                : accept(event, new LevelChanged(event.memberId(), after.level(), now));
    }

    Member evolve(MemberEvent event) {
        return switch (event) {
            case PointsEarned earned -> new Member(points + earned.points(), erased);
            case PointsTakenBack taken -> new Member(points - taken.points(), erased);
            case MemberErased _ -> new Member(points, true);
            case MemberRegistered _, LevelChanged _ -> this;
        };
    }
}
