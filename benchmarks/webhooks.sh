#!/usr/bin/env bash
# What does the agent cost a receiver of webhooks? Sends them at full speed, without and with it in turn.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: benchmarks/webhooks.sh [-n ROUNDS] [-c WEBHOOKS] [-r RATE] [--no-build]

  -n ROUNDS     each without and with the agent (default 5)
  -c WEBHOOKS   in each, after 30000 to warm up (default 100000)
  -r RATE       so many a second (default: as many as are answered)
  --no-build    use the jars that are there

JAVA_HOME chooses the JDK that is measured.
USAGE
}

fail() {
  echo "webhooks.sh: $*" >&2
  exit 2
}

rounds=5
webhooks=100000
rate=0
build=true
while [ $# -gt 0 ]; do
  case $1 in
    -n | -c | -r)
      [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || fail "$1 needs a number"
      case $1 in
        -n) rounds=$2 ;;
        -c) webhooks=$2 ;;
        -r) rate=$2 ;;
      esac
      shift
      ;;
    --no-build) build=false ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
  shift
done

cd "$(dirname "$0")/.."
java=java
if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
fi
if $build; then
  (unset JAVA_HOME && mvn -B -q -DskipTests -Dspotless.check.skip -pl agent/launcher,benchmarks -am package) || fail "the build failed"
fi
echo "$("$java" -version 2>&1 | head -n 1), $(nproc) processors, load $(cut -d ' ' -f 1 /proc/loadavg) before the start"
echo
"$java" -cp "benchmarks/target/benchmarks.jar:benchmarks/target/lib/*" \
  io.cioagent.benchmarks.webhooks.WebhookBenchmark agent/launcher/target/customerio-agent.jar "$rounds" "$webhooks" "$rate"
