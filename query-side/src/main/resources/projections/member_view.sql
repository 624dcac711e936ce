create table member (
    member_id text   primary key,
    points    bigint not null,
    level     text   not null,
    version   bigint not null
);

create table coupon (
    coupon_id     text        primary key,
    member_id     text        not null,
    campaign_id   text        not null,
    shop_id       text        not null,
    name          text        not null,
    minimum_spend bigint      not null,
    amount_off    bigint,
    percent_off   integer,
    valid_until   timestamptz not null,
    taken_at      timestamptz not null,
    used_for      text,
    version       bigint      not null
);
create index on coupon (member_id, taken_at desc, coupon_id desc);

-- How many of a campaign's coupons are used, over all members.
create table campaign_use (
    campaign_id text   primary key,
    used        bigint not null
);
