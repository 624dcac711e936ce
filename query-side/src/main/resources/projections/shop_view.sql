create table shop_view (
    shop_id text primary key,
    name    text   not null,
    version bigint not null
);
