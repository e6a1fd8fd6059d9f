#!/bin/sh
# In PostgreSQL's container: a verified base backup into /backups/base/<time>, beside the archived WAL. `backup.sh KEEP` keeps so many.
set -eu
PATH=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1):$PATH
PGPASSWORD=$(cat /run/registry/superuser.password)
export PATH PGPASSWORD
umask 077
case "${1:-1}" in
  *[!0-9]* | 0*)
    echo "backup: how many are kept is a whole number from 1 on; this is none: $1" >&2
    exit 1
    ;;
esac
name=$(date -u +%Y%m%dT%H%M%SZ)
folder=/backups/base/$name
mkdir -p "$folder"
pg_basebackup --pgdata "$folder/data.making" --host /tmp --username postgres --no-password --wal-method stream --checkpoint fast --manifest-checksums SHA256
pg_verifybackup --quiet "$folder/data.making"
mv "$folder/data.making" "$folder/data" # from now on it counts
echo "backup: /backups/base/$name is verified and gives back any moment from $(date -u +%Y-%m-%dT%H:%M:%SZ) on."

if [ -n "${1:-}" ]; then
  kept=$(ls -d /backups/base/*/data | sort -r | head -n "$1")
  for old in $(ls -d /backups/base/*); do
    case "$kept" in *"$old/data"*) ;; *) rm -rf "$old" ;; esac
  done
  oldest=$(echo "$kept" | tail -1)
  pg_archivecleanup /backups/wal "$(sed -n 's/^START WAL LOCATION: .*(file \([0-9A-F]*\)).*/\1/p' "$oldest/backup_label")"
fi
