#!/bin/bash
# Runs once, on an empty volume. One database a service, and one for the keys of each that seals; its owner moves the schema, and the service's own role owns
# nothing and starts with nothing: migrations grant it what it needs, table by table.
set -euo pipefail
secrets=${LIFELONG_ROLE_SECRETS:-/run/secrets/lifelong}

for database in ${LIFELONG_DATABASES:-profile profile_keys ingestion ingestion_keys analytics}; do
  # Passwords travel by environment, not by the command line, which other processes can list.
  DATABASE=$database \
    OWNER=$(<"$secrets/$database-owner/username") OWNER_PASSWORD=$(<"$secrets/$database-owner/password") \
    APP=$(<"$secrets/$database-app/username") APP_PASSWORD=$(<"$secrets/$database-app/password") \
    psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres <<'SQL'
\getenv database DATABASE
\getenv owner OWNER
\getenv owner_password OWNER_PASSWORD
\getenv app APP
\getenv app_password APP_PASSWORD
-- A statement that fails is not logged: it would show the password.
SET log_min_error_statement = panic;
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
CREATE ROLE :"app" LOGIN PASSWORD :'app_password' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
CREATE DATABASE :"database" OWNER :"owner";
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"app";
\connect :"database"
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO :"owner";
GRANT USAGE ON SCHEMA public TO :"app";
SQL
done
