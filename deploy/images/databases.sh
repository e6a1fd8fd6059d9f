#!/bin/sh
# A database for each service, with a role that owns its schema and one that uses it. May be repeated; deploy/local/PostgresDatabases.cs does the same.
set -eu
PATH=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1):$PATH
export PATH PGHOST=postgres PGUSER=postgres PGSSLMODE=verify-full PGSSLROOTCERT=/run/registry/ca.pem
PGPASSWORD=$(cat /run/registry/superuser.password)
export PGPASSWORD

run() { psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set "database=$1" --dbname "$2"; }

for database in access registry recruitment social_security departure_orientation reintegration; do
  run "$database" postgres <<SQL
\set app :database _app
\set steps :database _steps
\set app_password \`cat /run/registry/${database}_app.password\`
\set steps_password \`cat /run/registry/${database}_steps.password\`
SELECT format('CREATE ROLE %I LOGIN', role) FROM unnest(ARRAY[:'app', :'steps']) AS role WHERE role NOT IN (SELECT rolname FROM pg_roles) \gexec
ALTER ROLE :"app" PASSWORD :'app_password';
ALTER ROLE :"steps" PASSWORD :'steps_password';
SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0 ENCODING ''UTF8'' LOCALE ''C''', :'database', :'steps')
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"app";
SQL
  run "$database" "$database" <<SQL
\set app :database _app
\set steps :database _steps
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
ALTER SCHEMA public OWNER TO :"steps";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :"app";
SQL
  echo "databases: $database is there."
done
