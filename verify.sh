#!/usr/bin/env bash
# Runs all checks: format, static analysis, unit tests, and integration tests with real JVMs. On Debian, it installs
# what it needs; elsewhere it lists what is missing.
# usage: verify.sh [--quick | --long] [MAVEN OPTION...]
#   --quick   unit tests, and the main cases of the newest version of each library on the JDK that runs the build
#   --long    every test on every JDK, and a short form of the benchmarks
set -euo pipefail
cd "$(dirname "$0")"

jdks="8 21 25"
profile=()
case ${1:-} in
  --quick)
    shift
    jdks=""
    profile=(-Pquick)
    ;;
  --long)
    shift
    jdks="8 11 21 25 26"
    profile=(-Plong)
    ;;
esac

need=()
command -v java >/dev/null && command -v javac >/dev/null || need+=(openjdk-17-jdk-headless)
command -v mvn >/dev/null || need+=(maven)
command -v curl >/dev/null || need+=(curl)
command -v promtool >/dev/null && command -v prometheus >/dev/null || need+=(prometheus)
if [ ${#need[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "verify.sh: please install: ${need[*]} (JDK 17 or later, Maven 3.8 or later, curl, Prometheus)" >&2
    exit 1
  fi
  sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get update -qq
  # Only the programs are needed: do not start the service.
  if [ -d /run/systemd/system ] && [[ " ${need[*]} " == *" prometheus "* ]]; then
    "${sudo[@]}" systemctl mask --quiet prometheus.service
  fi
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}"
fi

# Downloads the other JDKs under test if they are not installed beside the build's. Those that are not available are
# skipped, as the last lines show.
beside=$(dirname "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")")
fetch=()
for version in $jdks; do
  grep -qs "^JAVA_VERSION=\"$version[.\"]" "$beside"/*/release || fetch+=("$version")
done
[ ${#fetch[@]} -eq 0 ] || integration-tests/jdks.sh "$HOME/.cache/customerio-agent/jdks" "${fetch[@]}" || true

status=0
# The test app is built and tested beside the agent.
mvn -B -T2 verify "${profile[@]}" "$@" || status=$?
[ "${profile[*]}" = -Pquick ] || integration-tests/jdks-run.sh || status=1
# Nothing has become much slower.
[ "${profile[*]}" != -Plong ] || benchmarks/run.sh --check || status=1
exit $status
