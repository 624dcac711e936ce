create table campaign_view (
    campaign_id   text        primary key,
    shop_id       text        not null,
    name          text        not null,
    minimum_spend bigint      not null,
    amount_off    bigint,
    percent_off   integer,
    valid_from    timestamptz not null,
    valid_until   timestamptz not null,
    quantity      integer     not null,
    taken         integer     not null,
    closed_at     timestamptz,
    version       bigint      not null
);
create index on campaign_view (shop_id, campaign_id desc);
