-- How many events of each type lie at or below a position; kept by whoever asks for it.
create table event_count (
    type  text   primary key,
    count bigint not null
);
create table event_count_position (
    only_row   boolean primary key default true check (only_row),
    counted_to bigint  not null default 0
);
insert into event_count_position default values;
