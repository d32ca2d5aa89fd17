-- Which account of the identity provider speaks for which person. An account is an issuer and a subject; of a person at most one
-- speaks at a time. Links end and are never deleted while the person is: they are the history of who could look.
CREATE TABLE account_link (
  person_id       uuid NOT NULL,
  account_link_id uuid NOT NULL,
  issuer          text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 255),
  subject         text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  centre          text,
  linked_at       timestamptz NOT NULL,
  ended_at        timestamptz,
  end_reason      text CHECK (end_reason IN ('wrong', 'replaced')),
  PRIMARY KEY (person_id, account_link_id),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE UNIQUE INDEX account_link_open_account ON account_link (issuer, subject) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX account_link_open_person ON account_link (person_id) WHERE ended_at IS NULL;
COMMENT ON COLUMN account_link.centre IS 'whose code it rests on; null where the provider had verified the identity';

-- One code a person at most; used ones are deleted, dead ones stand until the next takes their place.
CREATE TABLE account_code (
  person_id  uuid PRIMARY KEY,
  code_hash  bytea NOT NULL CHECK (length(code_hash) = 32),
  centre     text NOT NULL,
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  tries      smallint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX account_code_hash ON account_code (code_hash);
COMMENT ON COLUMN account_code.tries IS 'wrong second factors; at the number of the pack the code is dead';

-- Tries of an account that belongs to nobody yet, so that codes cannot be tried one by one.
CREATE TABLE account_try (
  issuer      text NOT NULL,
  subject     text NOT NULL,
  window_from timestamptz NOT NULL,
  tries       integer NOT NULL,
  PRIMARY KEY (issuer, subject)
);

-- Which person an account is, is asked before anybody is known: by the job that says so (decision record 0018).
SELECT protect_rows('account_link', '{accounts,erasure}');
SELECT protect_rows('account_code', '{accounts,erasure}');
GRANT SELECT, INSERT, UPDATE, DELETE ON account_link, account_code TO ${application};
GRANT SELECT, INSERT, UPDATE ON account_try TO ${application};
