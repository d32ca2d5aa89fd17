-- The key store of profile-service: a database of its own with a backup of its own. A dump of the record without it opens
-- nothing; this without the root key, which no database holds, opens nothing either.

-- One a country and category at a time; wrapped by the root. Its row is the key: deleting it destroys the key, and the
-- foreign key of data_key refuses that while a single data key stands under it.
CREATE TABLE key_encryption_key (
  kek_id     int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  country    text NOT NULL,
  category   smallint NOT NULL CHECK (category BETWEEN 1 AND 6),
  generation int NOT NULL CHECK (generation > 0),
  wrapped    bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (country, category, generation)
);

CREATE TABLE data_key (
  person_id    uuid NOT NULL,
  category     smallint NOT NULL CHECK (category BETWEEN 1 AND 6),
  generation   smallint NOT NULL CHECK (generation BETWEEN 1 AND 255),
  kek_id       int NOT NULL REFERENCES key_encryption_key,
  wrapped      bytea NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  -- A law keeps what it seals: no service path gets it, and it is destroyed after this day.
  locked_until date,
  PRIMARY KEY (person_id, category, generation)
);
CREATE INDEX data_key_under ON data_key (kek_id);
CREATE INDEX data_key_locked ON data_key (locked_until) WHERE locked_until IS NOT NULL;

-- Data keys made before the moment seal nothing new; a job seals anew what they sealed.
CREATE TABLE rotation (
  category     smallint PRIMARY KEY CHECK (category BETWEEN 1 AND 6),
  requested_at timestamptz NOT NULL
);

-- Who asked to be erased. Kept here, so that restoring an older dump of the record does not bring a person back.
CREATE TABLE erasure (
  sequence     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id    uuid NOT NULL UNIQUE,
  erased_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- ids of ours, of what came in about the person: ingestion destroys their keys
  receipts     text[] NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only table' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON erasure
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
