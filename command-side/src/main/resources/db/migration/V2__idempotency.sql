-- The first answer to a request, given again to whoever repeats it.
create table idempotency_record (
    actor       text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    status      int         not null,
    headers     jsonb       not null,
    body        bytea       not null,
    recorded_at timestamptz not null default now(),
    primary key (actor, key)
);
create index idempotency_record_by_age on idempotency_record (recorded_at);
