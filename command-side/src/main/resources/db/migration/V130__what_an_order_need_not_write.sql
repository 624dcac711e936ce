-- Every order pays for what is written here, so each row is as small as it can be, and found by one short key.

-- An answer is found by a digest of who asked and under which key: sixteen bytes in the index instead of both texts.
alter table idempotency_record rename to idempotency_record_before;
drop index idempotency_record_by_age;
create table idempotency_record (
    request     uuid        not null,
    fingerprint bytea       not null,
    status      smallint    not null,
    headers     text        not null,
    body        bytea       not null,
    recorded_at timestamptz not null default now()
);
insert into idempotency_record
select encode(substr(sha256(convert_to(actor || E'\n' || key, 'UTF8')), 1, 16), 'hex')::uuid,
       fingerprint, status, headers::text, body, recorded_at
from idempotency_record_before;
drop table idempotency_record_before;
alter table idempotency_record add primary key (request);
create index idempotency_record_by_age on idempotency_record using brin (recorded_at);

-- The numbers of a shop's day are counted, and instances take many at once; the secret says in which order they come.
create table order_number_lease (
    shop_id text   not null,
    day     date   not null,
    secret  bigint not null,
    next    bigint not null,
    primary key (shop_id, day)
);
-- Numbers that were drawn before have fewer digits than any that is given out from here on.
insert into order_number_lease
select shop_id, day, (random() * 9e18)::bigint, ((10::numeric ^ (max(length(number)) - 4) - 10000) / 9)::bigint
from order_number
where day >= current_date - 1
group by shop_id, day;
drop table order_number;

-- How far the events have been looked through for those whose time has come.
create table deadline (
    timer    text   primary key,
    position bigint not null
);

-- Tables that only grow need no fresh statistics for each tenth that they have grown, and none at all of what nobody looks for.
alter table event set (autovacuum_analyze_scale_factor = 1, autovacuum_vacuum_insert_scale_factor = 1);
alter table event alter column payload set statistics 0;
alter table event alter column traceparent set statistics 0;
alter table event alter column causation_id set statistics 0;
alter table idempotency_record set (autovacuum_analyze_scale_factor = 1, autovacuum_vacuum_insert_scale_factor = 1);
alter table idempotency_record alter column body set statistics 0;
alter table idempotency_record alter column headers set statistics 0;
alter table idempotency_record alter column fingerprint set statistics 0;
