package dev.qingdan.query.member;

import dev.qingdan.events.MemberEvent;
import dev.qingdan.events.MemberEvent.LevelChanged;
import dev.qingdan.events.MemberEvent.MemberErased;
import dev.qingdan.events.MemberEvent.MemberLevel;
import dev.qingdan.events.MemberEvent.MemberRegistered;
import dev.qingdan.events.MemberEvent.PointsEarned;
import dev.qingdan.events.MemberEvent.PointsTakenBack;
import dev.qingdan.query.platform.projection.Recorded;
import dev.qingdan.query.platform.projection.Row;
import org.jspecify.annotations.Nullable;

/** What a member has earned and not lost again. */
record Member(String memberId, long points, MemberLevel level, long version) implements Row {

    static Member evolve(@Nullable Member row, Recorded<MemberEvent> recorded) {
        var event = recorded.event();
        var before = row == null ? new Member(event.memberId(), 0, MemberLevel.NORMAL, -1) : row;
        return switch (event) {
            case MemberRegistered _, MemberErased _ ->
                    before.become(before.points, before.level, recorded);
            case PointsEarned earned ->
                    before.become(before.points + earned.points(), before.level, recorded);
            case PointsTakenBack taken ->
                    before.become(before.points - taken.points(), before.level, recorded);
            case LevelChanged changed -> before.become(before.points, changed.level(), recorded);
        };
    }

    private Member become(long nowPoints, MemberLevel nowLevel, Recorded<?> recorded) {
        return new Member(memberId, nowPoints, nowLevel, recorded.sequence());
    }
}
