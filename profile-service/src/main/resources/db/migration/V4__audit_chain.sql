-- The audit log as a hash chain. What was recorded before the chain keeps its table, and its place in the person's view.
ALTER TABLE access_event RENAME TO access_event_unchained;

-- Links a person to their records. Deleting the row unlinks them for good; the records, and the chain, stay as they are.
CREATE TABLE audit_salt (
  person_id uuid  PRIMARY KEY,
  salt      bytea NOT NULL CHECK (length(salt) = 32),
  subject   bytea NOT NULL CHECK (length(subject) = 32)
);
CREATE UNIQUE INDEX audit_salt_subject ON audit_salt (subject);
COMMENT ON COLUMN audit_salt.subject IS 'HMAC-SHA-256 of person_id under salt: all that a record says of whom it is about';

CREATE TABLE audit_record (
  seq     bigint PRIMARY KEY,
  subject bytea  NOT NULL,
  hash    text   NOT NULL,
  body    text   NOT NULL
);
CREATE INDEX audit_record_subject ON audit_record (subject, seq);
COMMENT ON COLUMN audit_record.body IS 'canonical JSON (RFC 8785), which names the hash of the record before';
COMMENT ON COLUMN audit_record.hash IS 'SHA-256 of body, lower-case hexadecimal';

CREATE TABLE audit_head (
  size bigint PRIMARY KEY,
  line text NOT NULL
);
COMMENT ON TABLE audit_head IS 'signed heads, as lines of an export';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Where the chain ends. Its one row is the lock under which whoever appends stands in line, in whatever replica.
CREATE TABLE audit_end (
  one  boolean PRIMARY KEY DEFAULT true CHECK (one),
  size bigint NOT NULL,
  hash text   NOT NULL
);
INSERT INTO audit_end (size, hash) VALUES (0, repeat('0', 64));

-- RFC 2104 with SHA-256 for keys of 32 bytes.
CREATE FUNCTION audit_hmac(salt bytea, message bytea) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
BEGIN
  FOR i IN 0..31 LOOP
    inner_pad := set_byte(inner_pad, i, get_byte(salt, i) # 54);
    outer_pad := set_byte(outer_pad, i, get_byte(salt, i) # 92);
  END LOOP;
  RETURN sha256(outer_pad || sha256(inner_pad || message));
END $$;

-- Appends records in their order and answers with the number of the last. In one round trip, so that the lock is held from
-- here to the commit and no longer: call it last in a transaction, then whoever waits for it holds nothing it needs.
-- persons: whom each is about, null where it is about nobody; actors: the person who acted, or null; contents: the rest, in canonical form.
CREATE FUNCTION audit_append(persons uuid[], actors uuid[], contents text[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  last_size bigint;
  last_hash text;
  at_text   text := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  subjects  text[];
  doers     text[];
  bodies    text[] := '{}';
  hashes    text[] := '{}';
BEGIN
  SELECT e.size, e.hash INTO STRICT last_size, last_hash FROM audit_end e FOR UPDATE;
  INSERT INTO audit_salt (person_id, salt, subject)
  SELECT n.person_id, n.salt, audit_hmac(n.salt, uuid_send(n.person_id))
  FROM (SELECT p.person_id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) AS salt
        FROM (SELECT DISTINCT u.person_id FROM unnest(persons || actors) u(person_id)) p
        WHERE p.person_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM audit_salt s WHERE s.person_id = p.person_id)
        OFFSET 0) n;
  SELECT array_agg(coalesce(encode(s.subject, 'hex'), '') ORDER BY u.n), array_agg(encode(a.subject, 'hex') ORDER BY u.n)
  INTO subjects, doers
  FROM unnest(persons, actors) WITH ORDINALITY u(person_id, actor_id, n)
  LEFT JOIN audit_salt s ON s.person_id = u.person_id
  LEFT JOIN audit_salt a ON a.person_id = u.actor_id;
  FOR i IN 1..array_length(contents, 1) LOOP
    bodies[i] := '{' || coalesce('"actor":"' || doers[i] || '",', '')
      || '"previous":"' || last_hash || '","record":' || contents[i] || ',"recorded_at":"' || at_text
      || '","seq":' || (last_size + i) || ',"subject":"' || subjects[i] || '"}';
    last_hash := encode(sha256(convert_to(bodies[i], 'UTF8')), 'hex');
    hashes[i] := last_hash;
  END LOOP;
  INSERT INTO audit_record (seq, subject, hash, body)
  SELECT last_size + u.n, decode(subjects[u.n], 'hex'), u.hash, u.body
  FROM unnest(hashes, bodies) WITH ORDINALITY u(hash, body, n);
  last_size := last_size + array_length(contents, 1);
  UPDATE audit_end e SET size = last_size, hash = last_hash;
  RETURN last_size;
END $$;

-- Who looked, by person: what a record's subject can still be linked to. Records from before the chain come first, with
-- numbers below those of the chain.
CREATE VIEW access_event WITH (security_invoker = true) AS
SELECT s.person_id, r.seq AS sequence, (b.body ->> 'recorded_at')::timestamptz AS recorded_at,
       (substr(c.content ->> 'purpose', 2))::smallint AS purpose,
       c.content #>> '{decision,effect}' = 'permit' AS permitted,
       c.content #>> '{actor,role}' AS actor_role,
       coalesce(c.content #>> '{actor,sub}', CASE WHEN b.body ->> 'actor' = b.body ->> 'subject' THEN s.person_id::text
                                                  ELSE b.body ->> 'actor' END) AS actor,
       c.content #>> '{action,operation}' AS action,
       coalesce((SELECT string_agg(x, ',' ORDER BY n)
                 FROM jsonb_array_elements_text(c.content #> '{object,categories}') WITH ORDINALITY t(x, n)), '') AS categories,
       c.content #>> '{decision,rule}' AS rule,
       c.content #>> '{actor,centre}' AS actor_centre,
       c.content #>> '{origin,client}' AS client,
       c.content #>> '{origin,address}' AS address,
       c.content #>> '{basis,break_glass}' AS break_glass,
       c.content #>> '{basis,reason}' AS reason
FROM audit_salt s
JOIN audit_record r ON r.subject = s.subject
CROSS JOIN LATERAL (SELECT r.body::jsonb AS body OFFSET 0) b
CROSS JOIN LATERAL (SELECT b.body -> 'record' AS content OFFSET 0) c
UNION ALL
SELECT u.person_id, u.sequence - 1000000000000000, u.recorded_at, u.purpose, u.permitted, u.actor_role, u.actor, u.action,
       u.categories, u.rule, NULL, NULL, NULL, NULL, NULL
FROM access_event_unchained u;

-- A clinician opened one person's record without a care relation. Nobody changes what was said; notices and the review
-- are added to it.
CREATE TABLE break_glass (
  person_id       uuid NOT NULL REFERENCES person,
  break_glass_id  uuid NOT NULL,
  opened_at       timestamptz NOT NULL,
  ends_at         timestamptz NOT NULL CHECK (ends_at > opened_at),
  officer_told_at timestamptz,
  person_due_at   timestamptz NOT NULL,
  person_told_at  timestamptz,
  review_due_at   timestamptz NOT NULL,
  reviewed_at     timestamptz,
  centre          text NOT NULL,
  clinician       text NOT NULL,
  reason          text NOT NULL,
  reason_cipher   bytea NOT NULL,
  hold_basis      text CHECK (hold_basis IN ('court', 'safety')),
  hold_approved_by text CHECK (hold_approved_by <> clinician),
  reviewed_by     text CHECK (reviewed_by <> clinician),
  justified       boolean,
  review_cipher   bytea,
  PRIMARY KEY (person_id, break_glass_id),
  CHECK (hold_approved_by IS NULL OR hold_basis IS NOT NULL),
  CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (justified IS NULL))
);
COMMENT ON COLUMN break_glass.reason IS 'code of the region pack; its text is sealed';
COMMENT ON COLUMN break_glass.person_due_at IS 'when the person is told: at once, unless a court or safety hold was asked for';
CREATE UNIQUE INDEX break_glass_id ON break_glass (break_glass_id);
CREATE INDEX break_glass_untold ON break_glass (person_due_at) WHERE person_told_at IS NULL OR officer_told_at IS NULL;
CREATE INDEX break_glass_unreviewed ON break_glass (review_due_at) WHERE reviewed_at IS NULL;
