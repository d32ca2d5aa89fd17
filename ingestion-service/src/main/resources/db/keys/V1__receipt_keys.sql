-- The key store of ingestion-service: a database of its own with a backup of its own. Destroying a receipt's key destroys the
-- receipt in every copy of the other database.

create table key_encryption_key (
    kek_id     integer     generated always as identity primary key,
    -- by the root key, which no database holds
    wrapped    bytea       not null,
    created_at timestamptz not null
);

-- The foreign key keeps a key-encryption key as long as a single receipt stands under it.
create table receipt_key (
    receipt_id bigint      primary key,
    kek_id     integer     not null references key_encryption_key,
    wrapped    bytea       not null
);
create index receipt_key_under on receipt_key (kek_id);

-- How far profile-service's erasures are dealt with.
create table erasure_position (
    only_one   boolean     primary key default true check (only_one),
    sequence   bigint      not null
);
