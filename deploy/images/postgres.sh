#!/bin/sh
# PostgreSQL in its container: makes the cluster at the first start, then serves. TLS only, every role by password.
# WAL goes to the archive as it is written, at least once a minute: a base backup and the archive give any moment back.
set -eu
PATH=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1):$PATH
export PATH
data=/var/lib/postgresql/data/cluster

if [ ! -s "$data/PG_VERSION" ]; then
  # WAL of another cluster has the names that this one's would have: neither could be given back.
  if [ -n "$(ls /backups/wal 2>/dev/null)" ]; then
    echo "postgres: there is no cluster yet, and /backups (REGISTRY_BACKUPS) holds backups of one. Restore it (docs/operations.md), or move them away." >&2
    exit 1
  fi
  rm -rf "$data.making"
  initdb --pgdata "$data.making" --username postgres --pwfile /run/registry/superuser.password \
    --auth scram-sha-256 --encoding UTF8 --locale C --data-checksums >/dev/null
  mv "$data.making" "$data"
fi
# After a kill the lock file names a process of another container; the volume is this container's alone.
rm -f "$data/postmaster.pid"

exec postgres -D "$data" \
  -c listen_addresses='*' -c unix_socket_directories=/tmp -c hba_file=/registry/pg_hba.conf \
  -c ssl=on -c ssl_cert_file=/run/registry/tls.pem -c ssl_key_file=/run/registry/tls.key -c ssl_min_protocol_version=TLSv1.2 \
  -c password_encryption=scram-sha-256 -c max_connections=300 -c shared_buffers="${POSTGRES_SHARED_BUFFERS:-512MB}" -c max_wal_size=2GB \
  -c shared_preload_libraries=pg_stat_statements -c timezone=UTC -c log_timezone=UTC -c log_line_prefix='%m [%p] %d ' \
  -c wal_level=replica -c archive_mode=on -c archive_timeout=60 \
  -c archive_command='if test -f /backups/wal/%f; then cmp -s %p /backups/wal/%f; else mkdir -p /backups/wal && cp %p /backups/wal/.%f && sync /backups/wal/.%f && mv /backups/wal/.%f /backups/wal/%f; fi'
