-- Whose rows a transaction may touch (decision record 0018). The service says it once a transaction (ScopedWork); with nothing
-- said no row is visible, to its own role and to the owner alike.
do $$
begin
    if not exists (select from pg_roles where rolname = '${application}') then
        raise exception 'make the role of the service first: create role ${application} login password ... nosuperuser nobypassrls';
    end if;
end $$;

-- After a transaction a setting is an empty text, not null.
create function scope_job() returns text language sql stable as
    $$ select nullif(current_setting('lifelong.job', true), '') $$;
create function scope_centres() returns text[] language sql stable as
    $$ select nullif(current_setting('lifelong.centres', true), '')::text[] $$;

-- One shape for all: the job has the table on its list, or the row is a centre's of this transaction.
create function protect_rows(protected regclass, jobs text[], own text) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy reach on %s using (coalesce((select scope_job()) = any (%L::text[]), false) or %s)',
                   protected, jobs, own);
end $$;
revoke all on function protect_rows from public;

do $$
declare
    by_centre  constant text := 'centre = any ((select scope_centres())::text[])';
    by_receipt constant text := 'exists (select from receipt r where r.receipt_id = %I.receipt_id)';
    decided record;
begin
    for decided in
        select * from (values
            ('receipt',        by_centre, 'select, insert, update'),
            ('receipt_body',   by_receipt, 'select, insert, delete'),
            ('rejection',      by_receipt, 'select, insert, delete'),
            ('receipt_person', by_receipt, 'select, insert'),
            ('outbox',         by_receipt, 'select, insert, update, delete')
        ) t(name, own, privileges)
    loop
        perform protect_rows(decided.name::regclass, '{delivery,destruction}', format(decided.own, decided.name));
        execute format('grant %s on %I to ${application}', decided.privileges, decided.name);
    end loop;
end $$;
grant usage on schema public to ${application};
