-- What the projection engine knows. The read models themselves live in one schema per generation.
create schema engine;

-- A projection's tables as filled from the beginning once; the id is the name of their schema.
create table engine.generation (
    id         text primary key,
    projection text        not null,
    number     integer     not null,
    version    integer     not null,
    state      text        not null check (state in ('BUILDING', 'LIVE', 'PREVIOUS', 'DROPPED')),
    created_at timestamptz not null,
    unique (projection, number)
);
create unique index one_live_generation on engine.generation (projection) where state = 'LIVE';

-- How far a generation has come in one partition. Whoever moves it on has to have seen the last move (revision).
create table engine.partition_position (
    generation    text    not null references engine.generation,
    topic         text    not null,
    partition     integer not null,
    revision      bigint  not null default 0,
    next_offset   bigint  not null default 0,
    position      bigint  not null default -1,
    events        bigint  not null default 0,
    last_event_at timestamptz,
    primary key (generation, topic, partition)
);

create table engine.rebuild (
    id             uuid primary key,
    projection     text        not null,
    generation     text        not null references engine.generation,
    mode           text        not null check (mode in ('REPLACE', 'VERIFY', 'ROLLBACK')),
    state          text        not null check (state in ('RUNNING', 'PAUSED', 'DONE', 'CANCELLED')),
    requested_by   text        not null,
    started_at     timestamptz not null,
    finished_at    timestamptz,
    processed      bigint,
    differences    bigint,
    differing_keys text
);
create unique index one_rebuild_at_a_time on engine.rebuild (projection) where state in ('RUNNING', 'PAUSED');
create index rebuilds_of_projection on engine.rebuild (projection, started_at desc);

-- Events that could not be folded, and those that wait behind them, in the order of their aggregate.
create table engine.dead_letter (
    id            bigint generated always as identity primary key,
    generation    text        not null references engine.generation,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    aggregate_id  text        not null,
    event_type    text,
    sequence      bigint,
    headers       json        not null,
    payload       bytea,
    error         text,
    attempts      integer     not null,
    parked_at     timestamptz not null,
    unique (generation, topic, partition, record_offset)
);
create index dead_letters_of_aggregate on engine.dead_letter (generation, topic, aggregate_id, record_offset);

-- What an operator threw away, and why.
create table engine.discarded_letter (
    id            bigint primary key,
    generation    text        not null,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    aggregate_id  text        not null,
    event_type    text,
    payload       bytea,
    error         text,
    reason        text        not null,
    discarded_by  text        not null,
    discarded_at  timestamptz not null
);
