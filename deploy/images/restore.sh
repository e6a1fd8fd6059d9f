#!/bin/sh
# In a container of PostgreSQL's image, with the server stopped: `restore.sh BACKUP [TIME]` puts a base backup from /backups/base in the place of the
# cluster, which is kept beside it, and recovers to a moment, or as far as the archive goes. docs/operations.md tells what to run afterwards.
set -eu
PATH=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1):$PATH
export PATH
umask 077
base=/backups/base/$1/data
at=${2:+$(date -u -d "$2" '+%Y-%m-%d %H:%M:%S.%6N+00')} # PostgreSQL reads no Z in its settings; a time that is none ends it here
data=/var/lib/postgresql/data/cluster

if [ ! -d "$base" ]; then
  echo "restore: there is no $base. There are: $(ls /backups/base 2>/dev/null | tr '\n' ' ')" >&2
  exit 1
fi
if pg_isready --quiet --host postgres; then
  echo "restore: PostgreSQL runs. Stop it first." >&2
  exit 1
fi

# Each restore begins a timeline that forks off the one before. Wanted is the one that was alive at that moment: its history file is archived as it begins.
timeline=1
for history in /backups/wal/*.history; do
  if [ -e "$history" ] && { [ -z "$at" ] || [ "$(stat -c %Y "$history")" -le "$(date -u -d "$2" +%s)" ]; }; then
    timeline=$((0x$(basename "$history" .history)))
  fi
done
position() { echo $(((0x${1%/*} << 32) + 0x${1#*/})); }
copied=$(tr -d ' \n' <"$base/backup_manifest" | sed 's/.*{"Timeline":\([0-9]*\),"Start-LSN":"[^"]*","End-LSN":"\([^"]*\)"}.*/\1 \2/')
if [ "${copied% *}" != "$timeline" ]; then
  fork=$(sed -n "s/^${copied% *}[[:space:]]\{1,\}\([0-9A-F/]*\).*/\1/p" "/backups/wal/$(printf %08X "$timeline").history" 2>/dev/null || true)
  if [ -z "$fork" ] || [ "$(position "${copied#* }")" -gt "$(position "$fork")" ]; then
    echo "restore: what $1 copied had not happened at that moment, or was undone by a restore before it: choose an older backup." >&2
    exit 1
  fi
fi

pg_verifybackup --quiet "$base"
rm -rf "$data.restoring"
cp -a "$base" "$data.restoring"
: >"$data.restoring/recovery.signal"
# A backup that was taken after a restore holds the settings of that one.
sed -i '/^restore_command\|^recovery_target/d' "$data.restoring/postgresql.auto.conf"
{
  echo "restore_command = 'cp \"/backups/wal/%f\" \"%p\"'"
  echo "recovery_target_action = 'promote'"
  echo "recovery_target_timeline = '$timeline'"
  if [ -n "$at" ]; then echo "recovery_target_time = '$at'"; fi
} >>"$data.restoring/postgresql.auto.conf"
if [ -d "$data" ]; then mv "$data" "$data.before-restore-$(date -u +%Y%m%dT%H%M%SZ)"; fi
mv "$data.restoring" "$data"
echo "restore: the backup is in place; the next start replays the archive${at:+ up to $at}."
