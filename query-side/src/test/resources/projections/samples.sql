create table order_life (
    order_id text primary key,
    events   text   not null,
    version  bigint not null
);

create table takings (
    shop_id text primary key,
    orders  integer not null,
    revenue bigint  not null
);
