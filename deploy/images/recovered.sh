#!/bin/sh
# In PostgreSQL's container, after restore.sh and a start: says yes once the archive is replayed and the databases can be written to, else no.
set -eu
PATH=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1):$PATH
PGPASSWORD=$(cat /run/registry/superuser.password)
export PATH PGPASSWORD
if [ "$(psql --host /tmp --username postgres --no-password --no-align --tuples-only --command 'SELECT pg_is_in_recovery()' 2>/dev/null)" = f ]; then echo yes; else echo no; fi
