#!/bin/sh
# RabbitMQ in its container: `rabbitmq.sh` serves, over TLS only; `rabbitmq.sh healthy` asks whether it does; other words go to rabbitmqctl.
set -eu
if [ -d /usr/lib/rabbitmq/bin ]; then PATH=/usr/lib/rabbitmq/bin:$PATH; fi # Debian's own commands insist on becoming the user rabbitmq
export PATH HOME=/var/lib/rabbitmq LANG=C.UTF-8 \
  RABBITMQ_NODENAME=registry@rabbitmq RABBITMQ_MNESIA_BASE=/var/lib/rabbitmq/mnesia RABBITMQ_LOGS=- RABBITMQ_LOG_BASE=/tmp \
  RABBITMQ_CONFIG_FILE=/tmp/rabbitmq/rabbitmq.conf RABBITMQ_ENABLED_PLUGINS_FILE=/tmp/rabbitmq/enabled_plugins \
  RABBITMQ_CONF_ENV_FILE=/tmp/rabbitmq/rabbitmq-env.conf RABBITMQ_GENERATED_CONFIG_DIR=/tmp/rabbitmq/generated ERL_CRASH_DUMP=/tmp/erl_crash.dump

case "${1:-serve}" in
  serve) ;;
  healthy) exec rabbitmq-diagnostics --quiet check_port_listener 5671 ;;
  *) exec rabbitmqctl --quiet "$@" ;;
esac

umask 077
mkdir -p /tmp/rabbitmq
if [ ! -s "$HOME/.erlang.cookie" ]; then
  cp /run/registry/erlang.cookie "$HOME/.erlang.cookie"
  chmod 0400 "$HOME/.erlang.cookie"
fi
: >/tmp/rabbitmq/rabbitmq-env.conf
echo '[rabbitmq_prometheus].' >/tmp/rabbitmq/enabled_plugins
cat >/tmp/rabbitmq/rabbitmq.conf <<CONF
listeners.tcp = none
listeners.ssl.default = 5671
ssl_options.cacertfile = /run/registry/ca.pem
ssl_options.certfile = /run/registry/tls.pem
ssl_options.keyfile = /run/registry/tls.key
ssl_options.versions.1 = tlsv1.3
ssl_options.versions.2 = tlsv1.2
ssl_options.verify = verify_none
prometheus.ssl.port = 15692
prometheus.ssl.cacertfile = /run/registry/ca.pem
prometheus.ssl.certfile = /run/registry/tls.pem
prometheus.ssl.keyfile = /run/registry/tls.key
default_user = registry
default_pass = $(cat /run/registry/registry.password)
default_user_tags.administrator = true
log.console = true
log.console.level = info
log.file = false
vm_memory_high_watermark.absolute = ${RABBITMQ_MEMORY:-700MB}
disk_free_limit.absolute = 500MB
raft.wal_max_size_bytes = 67108864
consumer_timeout = 31536000000
CONF

# An event waits at its reader for as long as an outage lasts, unconfirmed. From 4.0 on a queue drops what came back twenty times, and every version takes
# back after half an hour what nobody confirmed: neither may be here.
{
  until rabbitmqctl --quiet set_policy --apply-to queues gms-keeps-events '^gms\.' '{"delivery-limit":1000000000}' 2>/dev/null; do sleep 3; done
} &
exec rabbitmq-server
