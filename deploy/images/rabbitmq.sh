#!/bin/sh
# RabbitMQ in its container: `rabbitmq.sh` serves, over TLS only; `rabbitmq.sh healthy` asks whether it does; other words go to rabbitmqctl.
set -eu
if [ -d /usr/lib/rabbitmq/bin ]; then PATH=/usr/lib/rabbitmq/bin:$PATH; fi # Debian's own commands insist on becoming the user rabbitmq
export PATH HOME=/var/lib/rabbitmq LANG=C.UTF-8 \
  RABBITMQ_NODENAME=registry@rabbitmq RABBITMQ_MNESIA_BASE=/var/lib/rabbitmq/mnesia RABBITMQ_LOGS=- RABBITMQ_LOG_BASE=/tmp \
  RABBITMQ_CONFIG_FILE=/run/rabbitmq/rabbitmq.conf RABBITMQ_ENABLED_PLUGINS_FILE=/run/rabbitmq/enabled_plugins \
  RABBITMQ_CONF_ENV_FILE=/run/rabbitmq/rabbitmq-env.conf RABBITMQ_GENERATED_CONFIG_DIR=/run/rabbitmq/generated ERL_CRASH_DUMP=/tmp/erl_crash.dump

case "${1:-serve}" in
  serve) ;;
  healthy) exec rabbitmq-diagnostics --quiet check_port_listener 5671 ;;
  *) exec rabbitmqctl --quiet "$@" ;;
esac

umask 077
if [ ! -s "$HOME/.erlang.cookie" ]; then
  cp /run/registry/erlang.cookie "$HOME/.erlang.cookie"
  chmod 0400 "$HOME/.erlang.cookie"
fi
: >/run/rabbitmq/rabbitmq-env.conf
echo '[].' >/run/rabbitmq/enabled_plugins
cat >/run/rabbitmq/rabbitmq.conf <<CONF
listeners.tcp = none
listeners.ssl.default = 5671
ssl_options.cacertfile = /run/registry/ca.pem
ssl_options.certfile = /run/registry/tls.pem
ssl_options.keyfile = /run/registry/tls.key
ssl_options.versions.1 = tlsv1.3
ssl_options.versions.2 = tlsv1.2
ssl_options.verify = verify_none
default_user = registry
default_pass = $(cat /run/registry/registry.password)
default_user_tags.administrator = true
log.console = true
log.console.level = info
log.file = false
vm_memory_high_watermark.absolute = ${RABBITMQ_MEMORY:-700MB}
disk_free_limit.absolute = 500MB
raft.wal_max_size_bytes = 67108864
CONF
exec rabbitmq-server
