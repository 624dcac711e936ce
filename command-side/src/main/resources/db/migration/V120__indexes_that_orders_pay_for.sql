-- Every order pays for these, and only cleaning up and recovery read them.
drop index idempotency_record_by_age;
create index idempotency_record_by_age on idempotency_record using brin (recorded_at);
drop index scheduled_tasks_by_heartbeat;
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat)
    where last_heartbeat is not null;
