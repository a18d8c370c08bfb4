#!/usr/bin/env bash
# Builds images of Kafka and PostgreSQL for the tests without pulling anything: from the broker and
# the database among the project's own libraries, the JDK in JAVA_HOME, and the shell and C library
# of this machine, which has to be a Linux with glibc.
#
# usage: build-images.sh, after a build of the project
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
libraries="$here/../../deploy/local/target/lib"

refuse() {
  printf 'build-images: %s\n' "$*" >&2
  exit 1
}

[ -d "$libraries" ] || refuse "there is no $libraries; ./mvnw package -DskipTests -pl deploy/local -am makes it."
[ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/jar" ] || refuse "JAVA_HOME must name a JDK."
docker version >/dev/null || refuse "no Docker engine answers."

case "$(uname -m)" in
  x86_64) binaries=amd64 ;;
  aarch64) binaries=arm64v8 ;;
  *) refuse "there is no PostgreSQL for $(uname -m) among the libraries." ;;
esac

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# The shell, and a user that is not root.
lay_base() {
  mkdir -p "$1/etc" "$1/opt" "$1/bin"
  mkdir -m 1777 "$1/tmp"
  cp -L /bin/bash /bin/sh /bin/sleep "$1/bin/"
  printf 'root:x:0:0::/:/bin/sh\nreclaim:x:999:999::/tmp:/bin/sh\n' >"$1/etc/passwd"
}

# What the given programs load from outside, at the place where it lies on this machine.
lay_what_they_load() {
  local root="$1"
  shift
  ldd "$@" | awk '$3 ~ /^\// { print $3 } $1 ~ /^\/.*[^:]$/ { print $1 }' | sort -u |
    grep -vF "$root/" | xargs cp -L --parents -t "$root"
}

lay_postgres() {
  local root="$1"
  lay_base "$root"
  mkdir "$root/opt/postgresql" "$work/archive"
  (cd "$work/archive" && "$JAVA_HOME/bin/jar" xf "$libraries"/embedded-postgres-binaries-linux-"$binaries"-[0-9]*.jar)
  tar -xJf "$work"/archive/postgres-*.txz -C "$root/opt/postgresql"
  lay_what_they_load "$root" "$root"/bin/* "$root"/opt/postgresql/bin/*
}

lay_kafka() {
  local root="$1"
  lay_base "$root"
  mkdir "$root/opt/jdk" "$root/opt/kafka"
  cp -RL "$JAVA_HOME"/{bin,conf,lib} "$root/opt/jdk/"
  rm -f "$root/opt/jdk/lib/src.zip"
  cp "$libraries"/*.jar "$root/opt/kafka/"
  rm "$root"/opt/kafka/*postgres*.jar
  lay_what_they_load "$root" "$root"/bin/* "$root"/opt/jdk/bin/java "$root"/opt/jdk/lib/libzip.so \
    "$root"/opt/jdk/lib/server/libjvm.so
}

for part in kafka postgres; do
  cp -R "$here/$part" "$work/$part"
  chmod 755 "$work/$part/start"
  lay_"$part" "$work/$part/root"
  docker build --quiet --tag "reclaim-test/$part" "$work/$part"
done

cat <<'TEXT'
Built reclaim-test/kafka and reclaim-test/postgres. To test on them, without pulling anything:

TESTCONTAINERS_RYUK_DISABLED=true ./reclaim test -Dreclaim.test.infra=containers \
  -Dreclaim.test.image.kafka=reclaim-test/kafka -Dreclaim.test.image.postgres=reclaim-test/postgres
TEXT
