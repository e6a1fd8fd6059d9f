#!/bin/sh
# Makes what is missing below /secrets and leaves what is there: a certificate authority, a certificate for each part of the
# system, passwords, and for each part a folder of its own with what it may know. Runs as root in a container without network.
# Own certificates: put tls.pem and tls.key (PEM) into a part's folder and the authority's certificate into authority/ca.pem.
set -eu
umask 077
cd /secrets

service_uid=10001
days=397
renew_before=$((60 * 24 * 3600))

secret() { # FILE: a password, made once
  if [ ! -s "$1" ]; then
    openssl rand -hex 32 | tr -d '\n' >"$1.next"
    mv "$1.next" "$1"
  fi
}

write() { # FILE TEXT
  printf '%s' "$2" >"$1.next"
  mv "$1.next" "$1"
}

authority() {
  mkdir -p authority
  if [ ! -s authority/ca.pem ]; then
    openssl ecparam -name prime256v1 -genkey -noout -out authority/ca.key
    openssl req -x509 -new -key authority/ca.key -sha256 -days 3650 -subj "/CN=Registry certificate authority" \
      -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" -out authority/ca.pem
  fi
}

# Our own authority makes a certificate that is missing, and anew one of its own that ends within two months. What somebody put there is left and, while
# it is still valid, only warned of: an operator has two months to bring another, and the system starts meanwhile.
certificate() { # PART NAME...
  part=$1
  shift
  if [ -s "$part/tls.pem" ] && openssl x509 -in "$part/tls.pem" -noout -checkend "$renew_before" >/dev/null; then return; fi
  if [ ! -s authority/ca.key ] || { [ -s "$part/tls.pem" ] && ! openssl verify -no_check_time -CAfile authority/ca.pem "$part/tls.pem" >/dev/null 2>&1; }; then
    if [ -s "$part/tls.pem" ] && openssl x509 -in "$part/tls.pem" -noout -checkend 0 >/dev/null; then
      echo "prepare: $part/tls.pem ends within two months and cannot be made anew here. Put a new tls.pem and tls.key there before it does." >&2
      return
    fi
    echo "prepare: $part/tls.pem is missing or has ended, and cannot be made here. Put a new tls.pem and tls.key there." >&2
    exit 1
  fi
  names="DNS:localhost,IP:127.0.0.1"
  for name in "$@"; do names="DNS:$name,$names"; done
  printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName=%s\n' "$names" >"$part/extensions"
  openssl ecparam -name prime256v1 -genkey -noout -out "$part/tls.key.next"
  openssl req -new -key "$part/tls.key.next" -subj "/CN=$1" -out "$part/request"
  openssl x509 -req -in "$part/request" -CA authority/ca.pem -CAkey authority/ca.key -set_serial "0x$(openssl rand -hex 16)" \
    -sha256 -days "$days" -extfile "$part/extensions" -out "$part/tls.pem.next" 2>/dev/null
  mv "$part/tls.key.next" "$part/tls.key"
  mv "$part/tls.pem.next" "$part/tls.pem"
  rm "$part/extensions" "$part/request"
}

part() { # PART UID NAME...: its folder, certificate and the authority to trust
  mkdir -p "$1"
  folder=$1 owner=$2
  shift 2
  certificate "$folder" "$@"
  cp authority/ca.pem "$folder/ca.pem"
  finish "$folder" "$owner"
}

finish() { # FOLDER UID: readable by its part alone
  chown -R "$2:$2" "$1"
  find "$1" -type d -exec chmod 0500 {} +
  find "$1" -type f -exec chmod 0400 {} +
}

database() { # DATABASE ROLE
  secret "databases/$1_$2.password"
  printf 'Host=postgres;Database=%s;Username=%s_%s;Password=%s;SSL Mode=VerifyFull;Root Certificate=/run/registry/ca.pem' "$1" "$1" "$2" "$(cat "databases/$1_$2.password")"
}

service() { # CLIENT DATABASE: what a service may know, and apart from it what its schema steps may know
  client=$1 name=$2
  mkdir -p "$client/settings" "schema/$client/settings"
  secret "access/clients/$client.secret"
  cp "access/clients/$client.secret" "$client/client.secret"
  app=$(database "$name" app)
  write "$client/settings/Database__App" "$app;Maximum Pool Size=30"
  write "$client/settings/Broker__Address" "amqps://registry:$(cat rabbitmq/registry.password)@rabbitmq:5671/"
  write "schema/$client/settings/Database__App" "$app"
  write "schema/$client/settings/Database__Steps" "$(database "$name" steps);Maximum Pool Size=4"
  cp authority/ca.pem "schema/$client/ca.pem"
  finish "schema/$client" "$service_uid"
}

authority
mkdir -p postgres databases rabbitmq access/clients portal demonstration
secret postgres/superuser.password
cp postgres/superuser.password databases/superuser.password
secret rabbitmq/registry.password
secret rabbitmq/erlang.cookie
secret access/clients/portal.secret
cp access/clients/portal.secret portal/client.secret
for client in access registry recruitment social-security departure-orientation reintegration; do
  service "$client" "$(echo "$client" | tr - _)"
done
cp authority/ca.pem databases/ca.pem
finish databases "$POSTGRES_UID"
part postgres "$POSTGRES_UID" postgres
part rabbitmq "$RABBITMQ_UID" rabbitmq
part access "$service_uid" access "access.$REGISTRY_DOMAIN"
for client in registry recruitment social-security departure-orientation reintegration; do
  part "$client" "$service_uid" "$client" "$client.$REGISTRY_DOMAIN"
done
part portal "$service_uid" portal "portal.$REGISTRY_DOMAIN"
part collector 10001 collector
mkdir -p prometheus
cp authority/ca.pem prometheus/ca.pem
finish prometheus 65534
mkdir -p grafana
secret grafana/password
part grafana 472 grafana
chown "$service_uid:$service_uid" demonstration
mkdir -p /backups/wal
chown "$POSTGRES_UID:$POSTGRES_UID" /backups /backups/wal
chmod 0700 /backups /backups/wal
chmod 0755 .
chmod 0711 schema
chmod 0444 authority/ca.pem
chmod 0711 authority
echo "prepare: the secrets are complete."
