#!/usr/bin/env bash
# Everything that must hold before a change is done: format, static checks, unit tests, and integration
# tests with real JVMs. Installs what it needs on a Debian machine; elsewhere it says what is missing.
# usage: verify.sh [--long] [MAVEN OPTION...]     --long runs every test on every JDK, for an hour
set -euo pipefail
cd "$(dirname "$0")"

jdks="8 21 25"
profile=()
if [ "${1:-}" = --long ]; then
  shift
  jdks="8 11 21 25 26"
  profile=(-Plong)
fi

need=()
command -v java >/dev/null && command -v javac >/dev/null || need+=(openjdk-17-jdk-headless)
command -v mvn >/dev/null || need+=(maven)
command -v curl >/dev/null || need+=(curl)
command -v promtool >/dev/null && command -v prometheus >/dev/null || need+=(prometheus)
if [ ${#need[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "verify.sh: please install: ${need[*]} (JDK 17, Maven 3.8 or later, curl, Prometheus)" >&2
    exit 1
  fi
  sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get update -qq
  # Only its programs are wanted: where services are started by systemd this one stays off.
  if [ -d /run/systemd/system ] && [[ " ${need[*]} " == *" prometheus "* ]]; then
    "${sudo[@]}" systemctl mask --quiet prometheus.service
  fi
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}"
fi

# The other JDKs under test, where they are not installed beside the build's. What cannot be had is left out, and
# the last lines say so.
beside=$(dirname "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")")
fetch=()
for version in $jdks; do
  grep -qs "^JAVA_VERSION=\"$version[.\"]" "$beside"/*/release || fetch+=("$version")
done
[ ${#fetch[@]} -eq 0 ] || integration-tests/jdks.sh "$HOME/.cache/customerio-agent/jdks" "${fetch[@]}" || true

status=0
mvn -B verify "${profile[@]}" "$@" || status=$?
integration-tests/jdks-run.sh || status=1
exit $status
