create table product (
    sku      text primary key,
    shop_id  text    not null,
    name     text    not null,
    category text    not null,
    price    bigint  not null,
    listed   boolean not null,
    image    text,
    version  bigint  not null
);
create index on product (shop_id, sku);

create table stock_level (
    sku      text primary key,
    on_hand  integer not null,
    reserved integer not null,
    version  bigint  not null
);

-- A product that has never had stock has none.
create view product_view as
select product.sku, shop_id, name, category, price, listed, image,
       coalesce(on_hand, 0) as on_hand,
       coalesce(reserved, 0) as reserved,
       coalesce(on_hand - reserved, 0) as available,
       product.version
from product left join stock_level on stock_level.sku = product.sku;
