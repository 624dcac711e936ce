-- The first day that a generation has counted itself; the sums of the days before were copied from the live one ...
alter table engine.generation add column since date;
-- ... when that had come to these positions.
alter table engine.partition_position add column copied bigint not null default -1;
