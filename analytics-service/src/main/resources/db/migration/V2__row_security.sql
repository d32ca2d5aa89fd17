-- Whose rows a transaction may touch (decision record 0018). The service says it once a transaction (ScopedWork); with nothing
-- said no row of a person is visible, to its own role and to the owner alike.
do $$
begin
    if not exists (select from pg_roles where rolname = '${application}') then
        raise exception 'make the role of the service first: create role ${application} login password ... nosuperuser nobypassrls';
    end if;
end $$;

-- After a transaction a setting is an empty text, not null.
create function scope_job() returns text language sql stable as
    $$ select nullif(current_setting('lifelong.job', true), '') $$;
create function scope_person() returns uuid language sql stable as
    $$ select nullif(current_setting('lifelong.person', true), '')::uuid $$;

-- One shape for all: the job has the table on its list, or the row is of the person of this transaction.
create function protect_rows(protected regclass, jobs text[]) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy reach on %s using (coalesce((select scope_job()) = any (%L::text[]), false) '
                   'or person_id = (select scope_person()))', protected, jobs);
end $$;
revoke all on function protect_rows from public;

-- The follower finds who is to be computed anew; what it then computes is of one person at a time.
select protect_rows('insight_input', '{recompute}');
select protect_rows('insight_record', '{}');
select protect_rows('insight_text', '{}');

grant usage on schema public to ${application};
grant select, insert, update, delete on insight_input, insight_record, insight_text to ${application};
grant select, insert, update on feed_position to ${application};
