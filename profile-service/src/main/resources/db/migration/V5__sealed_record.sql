-- What a sender wrote in words, who a person is, and what is specially harmful stand sealed under keys that another database
-- keeps (keys/domain/SealedColumn; columns.csv has the reason of every column that stays plain).
DO $$
BEGIN
  IF EXISTS (SELECT FROM person) THEN
    RAISE EXCEPTION 'this version seals what the last one kept in plain: begin with an empty database (./lifelong up --fresh)';
  END IF;
END $$;

ALTER TABLE person
  DROP COLUMN birth_date,
  DROP COLUMN birth_precision,
  DROP CONSTRAINT person_state_check,
  ADD COLUMN birth_cipher bytea,
  ADD CONSTRAINT person_state_check CHECK (state IN (1, 2, 3));
COMMENT ON COLUMN person.state IS '1 provisional, 2 identified, 3 erased: a tombstone, or locked by law';

ALTER TABLE checkup DROP COLUMN source_key, ADD COLUMN source_cipher bytea NOT NULL;

ALTER TABLE observation
  DROP COLUMN value_system, DROP COLUMN value_display, DROP COLUMN raw_system, DROP COLUMN raw_code,
  DROP COLUMN raw_display, DROP COLUMN raw_value, DROP COLUMN raw_unit, DROP COLUMN position, DROP COLUMN method,
  DROP COLUMN device, DROP COLUMN reference_range, DROP COLUMN interpretation, DROP COLUMN panel,
  ADD COLUMN words_cipher bytea;
COMMENT ON COLUMN observation.value IS 'a plausible number of a catalogue item that is not specially harmful; else sealed with the words';
ALTER TABLE observation_history
  DROP COLUMN value_system, DROP COLUMN value_display, DROP COLUMN raw_system, DROP COLUMN raw_code,
  DROP COLUMN raw_display, DROP COLUMN raw_value, DROP COLUMN raw_unit, DROP COLUMN position, DROP COLUMN method,
  DROP COLUMN device, DROP COLUMN reference_range, DROP COLUMN interpretation, DROP COLUMN panel,
  ADD COLUMN words_cipher bytea;
ALTER TABLE statement
  DROP COLUMN codes, DROP COLUMN text, DROP COLUMN status, DROP COLUMN source_key, DROP COLUMN position,
  ADD COLUMN words_cipher bytea NOT NULL;
ALTER TABLE document
  DROP COLUMN code_system, DROP COLUMN code, DROP COLUMN code_display, DROP COLUMN title, DROP COLUMN source_key,
  DROP COLUMN position;
ALTER TABLE genome
  DROP COLUMN source_key, DROP COLUMN build_evidence, DROP COLUMN vendor, DROP COLUMN technology, DROP COLUMN sample,
  DROP COLUMN warnings, ADD COLUMN words_cipher bytea NOT NULL;
ALTER TABLE lifestyle_day
  DROP COLUMN source, DROP COLUMN sources, DROP COLUMN algorithm_version, ADD COLUMN words_cipher bytea NOT NULL;
ALTER TABLE critical_result
  DROP COLUMN item_code, DROP COLUMN value, DROP COLUMN unit, DROP COLUMN rule, ADD COLUMN value_cipher bytea NOT NULL;

-- Append-only but for two jobs that say so in their transaction: erasure deletes, and the rotation of keys seals anew.
CREATE FUNCTION refuse_change_but_for_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('lifelong.key_work', true) = 'on' AND TG_OP <> 'TRUNCATE' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'append-only table' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER append_only ON critical_result_event;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON critical_result_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_but_for_keys();
DROP TRIGGER append_only ON identity_event;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON identity_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_but_for_keys();
