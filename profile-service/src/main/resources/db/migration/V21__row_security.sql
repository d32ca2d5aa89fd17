-- Whose rows a transaction may touch (decision record 0018). The service says it once a transaction (ScopedTransactions); with
-- nothing said no row of a person is visible, to its own role and to the owner alike.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${application}') THEN
    RAISE EXCEPTION 'make the role of the service first: CREATE ROLE ${application} LOGIN PASSWORD ... NOSUPERUSER NOBYPASSRLS';
  END IF;
END $$;

-- After a transaction a setting is an empty text, not null.
CREATE FUNCTION scope_job() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('lifelong.job', true), '') $$;
CREATE FUNCTION scope_centre() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('lifelong.centre', true), '') $$;
CREATE FUNCTION scope_persons() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('lifelong.persons', true), '')::uuid[] $$;

-- One shape for all: the job has the table on its list; or the row is of a person of this transaction and, where it is a
-- centre's, made by it; or it was made by the centre and no person is named. Each setting is read once a statement (SELECT).
CREATE FUNCTION protect_rows(protected regclass, jobs text[], own text DEFAULT 'true') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  part regclass;
BEGIN
  FOR part IN SELECT relid FROM pg_partition_tree(protected) UNION SELECT protected LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', part);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', part);
    EXECUTE format($policy$
      CREATE POLICY reach ON %1$s USING (
        coalesce((SELECT scope_job()) = ANY (%2$L::text[]), false)
        OR person_id = ANY ((SELECT scope_persons())::uuid[]) AND ((SELECT scope_centre()) IS NULL OR %3$s)
        OR (SELECT scope_persons()) IS NULL AND (SELECT scope_centre()) IS NOT NULL AND %4$s)
      $policy$, part, jobs, format(own, part), CASE WHEN own = 'true' THEN 'false' ELSE format(own, part) END);
  END LOOP;
END $$;
COMMENT ON FUNCTION protect_rows IS
  'own: what makes a row of the table a row of scope_centre(); %1$s stands for the table. Migrations call it for every table with a person';
REVOKE ALL ON FUNCTION protect_rows FROM PUBLIC;

DO $$
DECLARE
  by_centre CONSTANT text := 'centre = (SELECT scope_centre())';
  by_visit  CONSTANT text := 'EXISTS (SELECT FROM checkup c WHERE c.person_id = %1$s.person_id AND c.checkup_no = %1$s.checkup_no)';
  by_result CONSTANT text :=
    'EXISTS (SELECT FROM critical_result r WHERE r.person_id = %1$s.person_id AND r.critical_id = %1$s.critical_id)';
  decided record;
BEGIN
  FOR decided IN
    SELECT * FROM (VALUES
      ('person',              '{members,delivery,accounts,identity-matching,identity-review,erasure,key-rotation}', 'true', 'SELECT, INSERT, UPDATE'),
      ('identifier',          '{delivery,directory,erasure}', 'true', 'SELECT, INSERT, DELETE'),
      ('link_conflict',       '{delivery,identity-matching,identity-review,erasure}', by_centre, 'SELECT, INSERT, DELETE'),
      ('delivery',            '{delivery,erasure}', by_centre, 'SELECT, INSERT, DELETE'),
      ('checkup',             '{delivery,critical-values,erasure,key-rotation}', by_centre, 'SELECT, INSERT, UPDATE, DELETE'),
      ('observation',         '{delivery,erasure,key-rotation}', by_visit, 'SELECT, INSERT, UPDATE, DELETE'),
      ('observation_history', '{delivery,erasure,key-rotation}', by_visit, 'SELECT, INSERT, UPDATE, DELETE'),
      ('statement',           '{delivery,erasure,key-rotation}', by_visit, 'SELECT, INSERT, UPDATE, DELETE'),
      ('list_state',          '{delivery,erasure}', by_visit, 'SELECT, INSERT, UPDATE, DELETE'),
      ('document',            '{delivery,erasure,key-rotation}', by_visit, 'SELECT, INSERT, UPDATE, DELETE'),
      ('genome',              '{delivery,identity-matching,erasure,key-rotation}', by_centre, 'SELECT, INSERT, UPDATE, DELETE'),
      ('genome_block',        '{delivery,identity-matching,erasure,key-rotation}', 'true', 'SELECT, INSERT, UPDATE, DELETE'),
      ('genome_duplicate',    '{identity-matching,erasure}', 'true', 'SELECT, INSERT, DELETE'),
      ('lifestyle_day',       '{delivery,erasure,key-rotation}', by_centre, 'SELECT, INSERT, UPDATE, DELETE'),
      ('critical_result',     '{delivery,critical-values,erasure,key-rotation}', by_centre, 'SELECT, INSERT, UPDATE, DELETE'),
      ('critical_result_event', '{delivery,critical-values,erasure,key-rotation}', by_result, 'SELECT, INSERT, UPDATE, DELETE'),
      ('consent_decision',    '{}', 'true', 'SELECT, INSERT'),
      ('access_event_unchained', '{}', 'true', 'SELECT'),
      ('audit_salt',          '{audit}', 'true', 'SELECT, INSERT'),
      ('break_glass',         '{break-glass,key-rotation}', by_centre, 'SELECT, INSERT, UPDATE'),
      ('change_feed',         '{delivery,change-feed,identity-matching,identity-review,erasure}', 'true', 'SELECT, INSERT'),
      ('match_due',           '{delivery,identity-matching,identity-review,erasure}', 'true', 'SELECT, INSERT, DELETE'),
      ('match_word',          '{identity-matching,erasure}', 'true', 'SELECT, INSERT, DELETE'),
      ('identity_match',      '{identity-matching,identity-review,erasure}', 'true', 'SELECT, INSERT, UPDATE, DELETE'),
      ('identity_event',      '{identity-matching,identity-review,erasure,key-rotation}', 'true', 'SELECT, INSERT, UPDATE, DELETE')
    ) t(name, jobs, own, privileges)
  LOOP
    PERFORM protect_rows(decided.name::regclass, decided.jobs::text[], decided.own);
    EXECUTE format('GRANT %s ON %I TO ${application}', decided.privileges, decided.name);
  END LOOP;
END $$;

-- A record of the audit log names its person by a pseudonym; it is reached through the person's salt.
CREATE FUNCTION scope_subjects() RETURNS bytea[] LANGUAGE sql STABLE AS
  $$ SELECT array_agg(s.subject) FROM audit_salt s WHERE s.person_id = ANY (scope_persons()) $$;
ALTER TABLE audit_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_record FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON audit_record USING (
  coalesce((SELECT scope_job()) = 'audit', false) OR subject = ANY ((SELECT scope_subjects())::bytea[]));

-- Tables without a person.
GRANT SELECT, INSERT ON audit_record, audit_head TO ${application};
GRANT SELECT, UPDATE ON audit_end TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE ON token_revocation TO ${application};
GRANT SELECT ON access_event TO ${application};
GRANT SELECT ON SEQUENCE change_feed_sequence TO ${application};
GRANT USAGE ON SCHEMA public TO ${application};

-- Two functions reach further than whoever calls them, say so, and take it back: ids of the members of a person,
-- and the audit log's end.
CREATE OR REPLACE FUNCTION person_members(asked uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  caller CONSTANT text := coalesce(current_setting('lifelong.job', true), '');
  members uuid[];
BEGIN
  IF asked IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('lifelong.job', 'members', true);
  SELECT array_agg(m.person_id ORDER BY m.person_id) INTO members
  FROM person p JOIN person m ON m.set_id = p.set_id WHERE p.person_id = asked;
  PERFORM set_config('lifelong.job', caller, true);
  RETURN coalesce(members, ARRAY[asked]);
END $$;

ALTER FUNCTION audit_append(uuid[], uuid[], text[]) RENAME TO audit_append_chained;
CREATE FUNCTION audit_append(persons uuid[], actors uuid[], contents text[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  caller CONSTANT text := coalesce(current_setting('lifelong.job', true), '');
  last bigint;
BEGIN
  PERFORM set_config('lifelong.job', 'audit', true);
  last := audit_append_chained(persons, actors, contents);
  PERFORM set_config('lifelong.job', caller, true);
  RETURN last;
END $$;
