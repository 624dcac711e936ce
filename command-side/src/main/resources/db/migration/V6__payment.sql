-- One row for each attempt to pay, so that an order finds its attempts and a repeated request the
-- prepay_id that WeChat gave. It ends when the money came or WeChat takes no more.
create table payment_attempt (
    payment_id text primary key,
    order_id   text    not null,
    prepay_id  text,
    open       boolean not null default true
);
create unique index payment_attempt_one_open on payment_attempt (order_id) where open;

-- WeChat repeats a notification under the same id until it is taken.
create table wechat_notification (
    id          text primary key,
    received_at timestamptz not null default now()
);
