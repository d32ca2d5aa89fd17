-- What the service's own role needs; who owns the tables is another. The erasure ledger is only added to.
GRANT USAGE ON SCHEMA public TO ${application};
GRANT SELECT, INSERT, DELETE ON key_encryption_key TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE ON data_key TO ${application};
GRANT SELECT, INSERT, UPDATE ON rotation TO ${application};
GRANT SELECT, INSERT ON erasure TO ${application};
