-- Why the relay stands still, in words for operators.
alter table relay add column trouble text;

-- Rebuilding topics from the store. How far one really is can be read off its topics' ends; the
-- position here is what it last said.
create table republication (
    id             uuid        primary key,
    aggregate_type text,
    topics         text[]      not null,
    target         jsonb       not null,
    up_to          bigint      not null,
    position       bigint      not null default 0,
    state          text        not null default 'RUNNING',
    trouble        text,
    requested_at   timestamptz not null default now(),
    finished_at    timestamptz
);
create index republication_running on republication (requested_at) where state = 'RUNNING';
