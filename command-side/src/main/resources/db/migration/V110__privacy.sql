-- A member's own key, wrapped by the master key that is named. Deleting the row erases all that was sealed with it.
create table member_key (
    member_id  text  primary key,
    master_key text  not null,
    wrapped    bytea not null
);

-- Who asked to be forgotten; their tokens are refused from then on.
create table member_erasure (
    member_id text        primary key,
    erased_at timestamptz not null default now()
);
create index member_erasure_by_time on member_erasure (erased_at);

-- From here on an openid is found by its keyed hash and kept sealed, and what people typed is kept sealed.
alter table member_identity
    alter column openid drop not null,
    add openid_index  bytea unique,
    add openid_sealed bytea;
alter table order_text
    add member_id                  text,
    add note_sealed                bytea,
    add cancellation_reason_sealed bytea;
alter table refund_request
    add member_id               text,
    add reason_sealed           bytea,
    add rejection_reason_sealed bytea,
    alter column reason drop not null;
