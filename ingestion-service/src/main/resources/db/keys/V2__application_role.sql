-- What the service's own role needs; who owns the tables is another.
grant usage on schema public to ${application};
grant select, insert, delete on key_encryption_key, receipt_key to ${application};
grant select, insert, update on erasure_position to ${application};
