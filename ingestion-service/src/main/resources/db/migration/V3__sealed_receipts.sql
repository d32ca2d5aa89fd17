-- Raw bytes and names of files stand sealed under a key of their receipt, which another database keeps.
do $$
begin
    if exists (select from receipt) then
        raise exception 'this version seals what the last one kept in plain: begin with an empty database (./lifelong up --fresh)';
    end if;
end $$;

alter table receipt
    drop column file_name,
    drop column sample,
    add column file_name_cipher bytea,
    add column sample_cipher bytea;
comment on column receipt_body.bytes is 'a sealed field; a chunk is the last where it is shorter once open';
create index receipt_by_time on receipt (received_at);
