-- The lifelong record. Every table leads with person_id so that the database can be sharded by it; the large ones are
-- hash-partitioned by it. Times are microseconds since 1970 in UTC where a sender gave them, timestamptz where we did.

CREATE TABLE person (
  person_id        uuid PRIMARY KEY,
  revision         bigint   NOT NULL,
  -- Per-person counters: four bytes in a value's row instead of sixteen. Written under the person's row lock only.
  last_checkup_no  int      NOT NULL,
  last_delivery_no int      NOT NULL,
  last_genome_no   int      NOT NULL,
  -- Delivery that brought the name shown: an older one that comes again does not bring an old name back.
  name_delivery_no int      NOT NULL,
  state            smallint NOT NULL CHECK (state IN (1, 2)),
  sex              smallint NOT NULL CHECK (sex IN (0, 1, 2)),
  birth_precision  smallint CHECK (birth_precision IN (1, 2, 3)),
  birth_date       text CHECK (birth_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  name_cipher      bytea,
  created_at       timestamptz NOT NULL DEFAULT now(),
  CHECK ((birth_date IS NULL) = (birth_precision IS NULL))
);
COMMENT ON COLUMN person.state IS '1 provisional, 2 identified';
COMMENT ON COLUMN person.sex IS 'at birth: 0 not told, 1 female, 2 male';

-- The foreign key waits for the commit: an identifier is claimed first, and only its winner becomes a person.
CREATE TABLE identifier (
  person_id   uuid  NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  blind_index bytea NOT NULL CHECK (length(blind_index) = 32),
  value_index bytea NOT NULL CHECK (length(value_index) = 32),
  scope       text  NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, blind_index)
);
CREATE UNIQUE INDEX identifier_blind_index ON identifier (blind_index);
CREATE INDEX identifier_value_index ON identifier (value_index);
COMMENT ON COLUMN identifier.blind_index IS 'HMAC-SHA-256 over scope, system, value';
COMMENT ON COLUMN identifier.value_index IS 'HMAC-SHA-256 over scope, value: found where the asker does not name the system';

-- A record that names two known persons is not merged: a human reviews it.
CREATE TABLE link_conflict (
  person_id       uuid  NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  other_person_id uuid  NOT NULL,
  blind_index     bytea NOT NULL,
  centre          text  NOT NULL,
  receipt_id      text  NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, other_person_id, blind_index)
);

-- What arrived for whom, in order of first arrival: the order decides which of two equals supersedes.
CREATE TABLE delivery (
  person_id    uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  delivery_no  int  NOT NULL,
  receipt_key  uuid NOT NULL,
  record_index int  NOT NULL,
  centre       text NOT NULL,
  receipt_id   text NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, delivery_no)
);
CREATE UNIQUE INDEX delivery_receipt ON delivery (person_id, receipt_key);

CREATE TABLE checkup (
  person_id       uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  checkup_no      int  NOT NULL,
  delivery_no     int  NOT NULL,
  checkup_id      uuid NOT NULL,
  natural_key     uuid NOT NULL,
  effective_start bigint,
  effective_end   bigint,
  offset_minutes  smallint,
  time_precision  smallint,
  offset_assumed  boolean NOT NULL,
  centre          text NOT NULL,
  source_key      text NOT NULL,
  PRIMARY KEY (person_id, checkup_no)
);
CREATE UNIQUE INDEX checkup_natural_key ON checkup (person_id, natural_key);

-- Current values. A withdrawn value leaves a row of status 4 without content, so that its late original cannot come back.
-- Raw fields are null where they equal the mapped ones, other texts are null where empty.
CREATE TABLE observation (
  effective_start bigint,
  effective_end   bigint,
  held_until      bigint,
  person_id       uuid NOT NULL,
  natural_key     uuid NOT NULL,
  checkup_no      int  NOT NULL,
  delivery_no     int  NOT NULL,
  offset_minutes  smallint,
  time_precision  smallint,
  status          smallint NOT NULL,
  kind            smallint NOT NULL,
  comparator      smallint,
  absent          smallint,
  unmapped        smallint,
  offset_assumed  boolean,
  implausible     boolean,
  unit_assumed    boolean,
  item_code       text,
  value           text,
  unit            text,
  value_system    text,
  value_display   text,
  raw_system      text,
  raw_code        text,
  raw_display     text,
  raw_value       text,
  raw_unit        text,
  position        text,
  method          text,
  device          text,
  reference_range text,
  interpretation  text,
  panel           text,
  PRIMARY KEY (person_id, natural_key)
) PARTITION BY HASH (person_id);
COMMENT ON COLUMN observation.status IS '1 preliminary, 2 final, 3 corrected, 4 withdrawn';
COMMENT ON COLUMN observation.kind IS '0 no value (see absent), 1 quantity, 2 coded, 3 text, 4 range';
COMMENT ON COLUMN observation.held_until IS 'microseconds; null: released at once';

-- Earlier versions: superseded, withdrawn, or stale on arrival.
CREATE TABLE observation_history (
  LIKE observation INCLUDING DEFAULTS,
  content_hash uuid     NOT NULL,
  reason       smallint NOT NULL CHECK (reason IN (1, 2, 3)),
  recorded_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, natural_key, delivery_no, content_hash)
) PARTITION BY HASH (person_id);
COMMENT ON COLUMN observation_history.reason IS '1 superseded, 2 withdrawn, 3 stale on arrival';

-- Versions stand side by side; the greatest delivery_no of a natural key is the current one.
CREATE TABLE statement (
  person_id       uuid NOT NULL,
  natural_key     uuid NOT NULL,
  delivery_no     int  NOT NULL,
  content_hash    uuid NOT NULL,
  checkup_no      int  NOT NULL,
  kind            smallint NOT NULL,
  effective_start bigint,
  effective_end   bigint,
  offset_minutes  smallint,
  time_precision  smallint,
  offset_assumed  boolean NOT NULL,
  codes           text NOT NULL,
  text            text NOT NULL,
  status          text NOT NULL,
  source_key      text NOT NULL,
  position        text NOT NULL,
  PRIMARY KEY (person_id, natural_key, delivery_no)
) PARTITION BY HASH (person_id);
COMMENT ON COLUMN statement.codes IS 'system U+001F code U+001F display, codings separated by U+001E';

CREATE TABLE list_state (
  person_id   uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  checkup_no  int  NOT NULL,
  kind        smallint NOT NULL,
  complete    boolean  NOT NULL,
  delivery_no int  NOT NULL,
  PRIMARY KEY (person_id, checkup_no, kind)
);

CREATE TABLE document (
  person_id    uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  natural_key  uuid NOT NULL,
  delivery_no  int  NOT NULL,
  content_hash uuid NOT NULL,
  checkup_no   int  NOT NULL,
  held_until   bigint,
  kind         text NOT NULL,
  code_system  text NOT NULL,
  code         text NOT NULL,
  code_display text NOT NULL,
  title        text NOT NULL,
  text_cipher  bytea NOT NULL,
  source_key   text NOT NULL,
  position     text NOT NULL,
  PRIMARY KEY (person_id, natural_key, delivery_no)
);

CREATE TABLE genome (
  person_id      uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  genome_no      int  NOT NULL,
  delivery_no    int  NOT NULL,
  genome_id      uuid NOT NULL,
  natural_key    uuid NOT NULL,
  variants       bigint NOT NULL,
  no_calls       bigint NOT NULL,
  centre         text NOT NULL,
  source_key     text NOT NULL,
  build          text NOT NULL,
  build_evidence text NOT NULL,
  vendor         text NOT NULL,
  technology     text NOT NULL,
  sample         text NOT NULL,
  warnings       text NOT NULL,
  received_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, genome_no)
);
CREATE UNIQUE INDEX genome_natural_key ON genome (person_id, natural_key);

CREATE TABLE genome_block (
  person_id        uuid NOT NULL,
  genome_no        int  NOT NULL,
  chromosome_order smallint NOT NULL,
  chromosome       text NOT NULL,
  first_position   int  NOT NULL,
  last_position    int  NOT NULL,
  calls            int  NOT NULL CHECK (calls BETWEEN 1 AND 4096),
  checksum         bigint NOT NULL,
  packed_cipher    bytea NOT NULL,
  PRIMARY KEY (person_id, genome_no, chromosome_order, chromosome, first_position, last_position, checksum)
) PARTITION BY HASH (person_id);

CREATE TABLE lifestyle_day (
  person_id         uuid NOT NULL,
  natural_key       uuid NOT NULL,
  delivery_no       int  NOT NULL,
  content_hash      uuid NOT NULL,
  local_day         date NOT NULL,
  samples           int  NOT NULL,
  coverage_minutes  int  NOT NULL,
  comparator        smallint,
  zone_assumed      boolean NOT NULL,
  signal            text NOT NULL,
  statistic         text NOT NULL,
  centre            text NOT NULL,
  value             text NOT NULL,
  unit              text NOT NULL,
  source            text NOT NULL,
  sources           text NOT NULL,
  algorithm_version text NOT NULL,
  inputs_hash       text NOT NULL,
  PRIMARY KEY (person_id, natural_key, delivery_no)
) PARTITION BY HASH (person_id);

DO $$
DECLARE
  parent text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['observation', 'observation_history', 'statement', 'genome_block', 'lifestyle_day'] LOOP
    FOR i IN 0..7 LOOP
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 8, REMAINDER %s)',
                     parent || '_' || i, parent, i);
    END LOOP;
  END LOOP;
END $$;

CREATE TABLE consent_decision (
  person_id  uuid NOT NULL REFERENCES person,
  consent_id uuid NOT NULL,
  request_id text NOT NULL,
  category   smallint NOT NULL CHECK (category BETWEEN 1 AND 6),
  purpose    smallint NOT NULL CHECK (purpose BETWEEN 1 AND 4),
  decision   smallint NOT NULL CHECK (decision BETWEEN 1 AND 3),
  grantee    text NOT NULL,
  text_id    text NOT NULL,
  language   text NOT NULL,
  evidence   text NOT NULL,
  given_at   timestamptz NOT NULL,
  valid_to   timestamptz NOT NULL CHECK (valid_to > given_at),
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, consent_id)
);
CREATE UNIQUE INDEX consent_decision_request ON consent_decision (person_id, request_id);

-- No reference to person: a try to see somebody who does not exist is recorded too.
CREATE TABLE access_event (
  person_id   uuid   NOT NULL,
  sequence    bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  purpose     smallint,
  permitted   boolean NOT NULL,
  actor_role  text NOT NULL,
  actor       text NOT NULL,
  action      text NOT NULL,
  categories  text NOT NULL,
  rule        text NOT NULL,
  PRIMARY KEY (person_id, sequence)
);

CREATE TABLE change_feed (
  person_id   uuid   NOT NULL,
  sequence    bigint NOT NULL GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME change_feed_sequence),
  revision    bigint NOT NULL,
  kind        smallint NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (person_id, sequence)
);
CREATE UNIQUE INDEX change_feed_by_sequence ON change_feed (sequence);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only table' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent_decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
