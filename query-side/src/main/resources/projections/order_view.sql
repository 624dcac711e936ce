-- The answer to every question about orders, ready as JSON, and the columns that lists go by.
create table order_view (
    order_id             text        primary key,
    member_id            text        not null,
    shop_id              text        not null,
    number               text        not null,
    status               text        not null,
    payable              bigint      not null,
    placed_at            timestamptz not null,
    refund_awaited_since timestamptz,
    document             json        not null,
    version              bigint      not null
);
-- Nothing is ever looked for in there, so the planner need not know what it is like.
alter table order_view alter column document set statistics 0;
-- Of the others a rough idea is enough: a table that only grows is looked through again and again for it, and ten
-- values of each column take a tenth of the usual sample.
alter table order_view
    alter column order_id set statistics 10, alter column member_id set statistics 10,
    alter column shop_id set statistics 10, alter column number set statistics 10,
    alter column status set statistics 10, alter column payable set statistics 0,
    alter column placed_at set statistics 10, alter column refund_awaited_since set statistics 10,
    alter column version set statistics 0;
-- The ids of orders sort by the time at which they were placed, so the key serves the list of all of them.
create index on order_view (member_id, order_id);
create index on order_view (shop_id, order_id);
-- By the beginning of a number too, which the usual order of text does not serve.
create index on order_view (number text_pattern_ops, shop_id);
-- Few orders are open at a time: what staff have to do is counted without reading the others.
create index on order_view (status, shop_id) where status in ('AWAITING_PAYMENT', 'PAID', 'PREPARING', 'READY');
-- The queue of refunds that members wait for, the longest waiting first.
create index on order_view (refund_awaited_since, order_id) where refund_awaited_since is not null;
