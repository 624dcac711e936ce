-- The numbers that people call out, drawn by lot and never twice in a shop on a day.
create table order_number (
    shop_id text not null,
    day     date not null,
    number  text not null,
    primary key (shop_id, day, number)
);

-- What people typed about an order. Personal, so it stays out of every event.
create table order_text (
    order_id            text primary key,
    note                text,
    cancellation_reason text
);
