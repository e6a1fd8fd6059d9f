#!/bin/sh
# Installs the Debian packages named as arguments, as root: starts no service, makes no database cluster,
# and leaves the machine's own policy for both as it was.
set -eu
export DEBIAN_FRONTEND=noninteractive

policy=/usr/sbin/policy-rc.d
saved=$policy.before-gms-registry
cluster=/etc/postgresql-common/createcluster.d/gms-registry.conf

exec 9>/run/lock/gms-registry-install
flock 9

restore() {
  rm -f "$cluster"
  if grep -q gms-registry "$policy" 2>/dev/null; then rm -f "$policy"; fi
  if [ -e "$saved" ]; then mv "$saved" "$policy"; fi
}
trap restore EXIT
trap 'exit 130' INT TERM HUP
restore # an earlier run may have been killed half way

forbids_services() {
  if [ ! -x "$policy" ]; then return 1; fi
  code=0
  "$policy" rabbitmq-server start >/dev/null 2>&1 || code=$?
  [ "$code" -eq 101 ]
}

if ! forbids_services; then
  if [ -e "$policy" ]; then mv "$policy" "$saved"; fi
  printf '#!/bin/sh\n# gms-registry: no service is started while packages are installed.\nexit 101\n' >"$policy"
  chmod 755 "$policy"
fi

mkdir -p "$(dirname "$cluster")"
echo 'create_main_cluster = false' >"$cluster"

install_packages() {
  apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" </dev/null 9>&-
}

# The package lists may be missing or too old to name files that are still served.
install_packages "$@" || { apt-get update -o DPkg::Lock::Timeout=300 </dev/null 9>&- && install_packages "$@"; }
