package dev.qingdan.events;

import java.time.Instant;

/** The life of one member; who that is in WeChat stays with the command side. */
public sealed interface MemberEvent extends MembershipEvent {

    String memberId();

    @Override
    default String aggregateId() {
        return memberId();
    }

    /** Somebody logged in for the first time. */
    record MemberRegistered(String memberId) implements MemberEvent {}

    /** The order was completed: a point for each whole yuan that was paid and not given back. */
    record PointsEarned(String memberId, String orderId, long points, Instant earnedAt)
            implements MemberEvent {}

    /** Money of a completed order went back, and with it the points that it had earned. */
    record PointsTakenBack(
            String memberId, String orderId, String refundId, long points, Instant takenBackAt)
            implements MemberEvent {}

    /** The member's points reached another level, up or down. */
    record LevelChanged(String memberId, MemberLevel level, Instant changedAt)
            implements MemberEvent {}

    /** Who that was is forgotten, at the person's wish; what was bought stays. */
    record MemberErased(String memberId, Instant erasedAt) implements MemberEvent {}

    /** How much a member is valued. */
    enum MemberLevel {
        NORMAL,
        SILVER,
        GOLD
    }
}
