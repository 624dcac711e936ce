package dev.qingdan.events;

/** What the shops are and what they offer. */
public sealed interface CatalogueEvent extends DomainEvent permits ShopEvent, ProductEvent {}
