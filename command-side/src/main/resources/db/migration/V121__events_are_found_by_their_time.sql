-- Every event pays for an index, and only an operator who looks for one event reads this one. Ids are UUIDv7, so they lie in the order
-- of positions but for moments, and the ranges of a few pages are enough. That a stream has each sequence once is what keeps an event
-- from being written twice.
alter table event drop constraint event_event_id_key;
create index event_by_id on event using brin (event_id) with (pages_per_range = 32, autosummarize = on);
