-- What was ordered, so that a payment and a refund can be counted by product.
create table sold_order (
    order_id text primary key,
    shop_id  text   not null,
    sale     json   not null,
    version  bigint not null
);
-- Read by its key and no other way: the planner, who would look through it as it grows, has nothing to learn there.
alter table sold_order
    alter column order_id set statistics 0, alter column shop_id set statistics 0,
    alter column sale set statistics 0, alter column version set statistics 0;

create table sold_product (
    sku     text primary key,
    name    text   not null,
    version bigint not null
);

create table product_sales (
    shop_id  text    not null,
    day      date    not null,
    sku      text    not null,
    orders   integer not null,
    quantity integer not null,
    revenue  bigint  not null,
    refunds  bigint  not null,
    primary key (shop_id, day, sku)
);
create index on product_sales (day desc, shop_id, sku);

create table shop_sales (
    shop_id  text    not null,
    day      date    not null,
    orders   integer not null,
    quantity integer not null,
    revenue  bigint  not null,
    refunds  bigint  not null,
    primary key (shop_id, day)
);
create index on shop_sales (day desc, shop_id);

create view daily_sales as
select shop_id, day, sku, coalesce(name, sku) as name, orders, quantity, revenue, refunds
from product_sales left join sold_product using (sku);
