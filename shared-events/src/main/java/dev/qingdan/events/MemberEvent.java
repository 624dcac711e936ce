package dev.qingdan.events;

/** The life of one member; who that is in WeChat stays with the command side. */
public sealed interface MemberEvent extends DomainEvent {

    String memberId();

    @Override
    default String aggregateId() {
        return memberId();
    }

    /** Somebody logged in for the first time. */
    record MemberRegistered(String memberId) implements MemberEvent {}
}
