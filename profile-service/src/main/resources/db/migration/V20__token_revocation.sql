-- Tokens that hold no longer, until they have expired by themselves. Not a table of persons: a row names a token, a
-- sign-in, a subject or a client, is read whole by every service, and is gone after a quarter of an hour.
CREATE TABLE token_revocation (
  revoked_at timestamptz NOT NULL,
  kind       smallint NOT NULL CHECK (kind BETWEEN 1 AND 4),
  value      text NOT NULL CHECK (length(value) BETWEEN 1 AND 255),
  PRIMARY KEY (kind, value)
);
COMMENT ON COLUMN token_revocation.kind IS '1 jti, 2 sid, 3 sub, 4 client_id';
COMMENT ON COLUMN token_revocation.revoked_at IS 'tokens issued until then are covered; of two revocations the later counts';
