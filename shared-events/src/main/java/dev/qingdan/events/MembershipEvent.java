package dev.qingdan.events;

/** Who the members are and what they hold. */
public sealed interface MembershipEvent extends DomainEvent permits MemberEvent, CouponEvent {}
