-- Persons are linked, never merged: rows stay where they were written, and a person is the set of its members. Taking a link
-- back therefore gives both records exactly as they were.
ALTER TABLE person ADD COLUMN set_id uuid, ADD COLUMN phone_cipher bytea;
COMMENT ON COLUMN person.set_id IS 'what all members of one person share; null: alone';
CREATE INDEX person_set ON person (set_id) WHERE set_id IS NOT NULL;

CREATE FUNCTION person_members(asked uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT array_agg(m.person_id ORDER BY m.person_id)
     FROM person p JOIN person m ON m.set_id = p.set_id WHERE p.person_id = asked),
    ARRAY[asked])
$$;
COMMENT ON FUNCTION person_members IS 'the members of a person, the asked one included';

-- Who is to be compared with the others, in order of arrival. No key but the sequence: a delivery never waits for the job.
CREATE TABLE match_due (
  person_id uuid   NOT NULL,
  sequence  bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (person_id, sequence)
);
CREATE INDEX match_due_order ON match_due (sequence);

CREATE TABLE match_word (
  person_id uuid   NOT NULL,
  word      bigint NOT NULL,
  PRIMARY KEY (person_id, word)
);
COMMENT ON COLUMN match_word.word IS '64 bits of an HMAC-SHA-256: finds who may be the same person, tells nothing of them';
CREATE INDEX match_word_found ON match_word (word, person_id);

CREATE TABLE identity_match (
  person_id       uuid NOT NULL REFERENCES person,
  other_person_id uuid NOT NULL REFERENCES person,
  match_id        uuid NOT NULL,
  state           smallint NOT NULL CHECK (state IN (1, 2, 3)),
  probability     real NOT NULL,
  weights_version int  NOT NULL,
  agreement       text NOT NULL,
  opened_at       timestamptz NOT NULL DEFAULT now(),
  changed_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, other_person_id),
  CHECK (person_id < other_person_id)
);
COMMENT ON COLUMN identity_match.state IS '1 open for review, 2 linked, 3 separate';
CREATE UNIQUE INDEX identity_match_id ON identity_match (match_id);
CREATE INDEX identity_match_other ON identity_match (other_person_id);
CREATE INDEX identity_match_open ON identity_match (match_id) WHERE state = 1;

CREATE TABLE identity_event (
  person_id   uuid   NOT NULL,
  sequence    bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  event_id    uuid   NOT NULL,
  match_id    uuid   NOT NULL,
  state       smallint NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_role  text NOT NULL,
  actor       text NOT NULL,
  reason_cipher bytea NOT NULL,
  PRIMARY KEY (person_id, sequence)
);
COMMENT ON COLUMN identity_event.state IS 'of the match from then on';
CREATE INDEX identity_event_match ON identity_event (match_id, sequence);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON identity_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
