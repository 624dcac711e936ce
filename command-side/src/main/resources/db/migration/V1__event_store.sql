-- The event store. Positions are given under one advisory lock, so they become visible in order.
create table event (
    position       bigint      primary key,
    event_id       uuid        not null unique,
    aggregate_type text        not null,
    aggregate_id   text        not null,
    sequence       bigint      not null check (sequence >= 0),
    type           text        not null,
    payload        bytea       not null,
    occurred_at    timestamptz not null,
    correlation_id text,
    causation_id   text,
    traceparent    text,
    actor          text,
    constraint event_once_per_sequence unique (aggregate_type, aggregate_id, sequence)
);

-- The last folded state of an aggregate with many events. It may be dropped at any time.
create table snapshot (
    aggregate_type text   not null,
    aggregate_id   text   not null,
    sequence       bigint not null,
    revision       text   not null,
    state          jsonb  not null,
    primary key (aggregate_type, aggregate_id)
);
