package dev.qingdan.events;

/** What the shops are and what they offer, goods and coupons. */
public sealed interface CatalogueEvent extends DomainEvent
        permits ShopEvent, ProductEvent, CampaignEvent {}
