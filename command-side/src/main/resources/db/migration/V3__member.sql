-- Who a member is in WeChat. Personal, so it stays out of every event; deleting the row forgets it.
create table member_identity (
    member_id     text        primary key,
    openid        text        not null unique,
    registered_at timestamptz not null default now()
);
