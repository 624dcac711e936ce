-- One row: what operators asked of the relay, and what it last said of itself. Its true position is
-- in Kafka, beside the events that it covers.
create table relay (
    only_row   boolean     primary key default true check (only_row),
    paused     boolean     not null default false,
    position   bigint      not null default 0,
    state      text        not null default 'STARTING',
    updated_at timestamptz not null default now()
);
insert into relay default values;
