-- Ingestion keeps what came in and what became of it; no record of a person lives here.

create table receipt (
    receipt_id       bigint      primary key,
    centre           text        not null,
    door             text        not null,
    format           text        not null,
    -- SHA-256 over the channel's idempotency key (ingestion-formats section 1)
    idempotency_key  bytea       not null,
    -- SHA-256 over the canonical content: tells a resend from a key used again
    content_hash     bytea       not null,
    received_at      timestamptz not null,
    state            text        not null check (state in ('received', 'accounted', 'refused')),
    file_name        text        not null default '',
    person_id        text        not null default '',
    sample           text        not null default '',
    declared_build   text        not null default '',
    resends          integer     not null default 0,
    body_bytes       bigint      not null,
    records          bigint      not null default 0,
    accepted         bigint      not null default 0,
    duplicates       bigint      not null default 0,
    rejected         bigint      not null default 0,
    observations     bigint      not null default 0,
    unmapped         bigint      not null default 0,
    variants         bigint      not null default 0,
    lifestyle_days   bigint      not null default 0,
    unique (centre, idempotency_key)
);
create index receipt_by_centre on receipt (centre, receipt_id desc);

-- Raw bytes, in chunks so that no file is ever held in memory whole.
create table receipt_body (
    receipt_id bigint  not null references receipt on delete cascade,
    chunk      integer not null,
    bytes      bytea   not null,
    primary key (receipt_id, chunk)
);
alter table receipt_body alter column bytes set storage external;

-- What was refused or quarantined, and where it stood.
create table rejection (
    receipt_id   bigint  not null references receipt on delete cascade,
    ordinal      integer not null,
    record_index bigint  not null,
    path         text    not null,
    reason       text    not null,
    detail       text    not null,
    -- true where only a part of an accepted record was set aside
    part         boolean not null,
    primary key (receipt_id, ordinal)
);

create table receipt_person (
    receipt_id bigint  not null references receipt on delete cascade,
    ordinal    integer not null,
    person_id  text    not null,
    primary key (receipt_id, ordinal)
);

-- What still has to reach the record. Written with its receipt, removed with its account.
create table outbox (
    receipt_id      bigint      primary key references receipt on delete cascade,
    -- messages and files are delivered apart, so that a large file never holds up a message
    lane            text        not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null
);
create index outbox_due on outbox (lane, next_attempt_at, receipt_id);
