create table account (
    username   text        primary key check (username ~ '^[a-z][a-z0-9._-]{1,31}$'),
    password   text        not null,
    enabled    boolean     not null,
    created_at timestamptz not null,
    version    bigint      not null
);

create table account_role (
    username text not null references account,
    role     text not null check (role in ('VIEWER', 'CLERK', 'MANAGER', 'OPERATOR')),
    primary key (username, role)
);

-- Only ever added to: the console has no way to change or remove an entry.
create table audit_entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    who     text        not null,
    what    text        not null,
    subject text        not null,
    address text        not null,
    outcome text        not null check (outcome in ('ACCEPTED', 'REFUSED', 'UNREACHABLE')),
    code    text
);

create index audit_entry_of_person on audit_entry (who, id desc);
