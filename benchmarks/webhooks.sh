#!/usr/bin/env bash
# What does the agent cost a receiver of webhooks? Sends them at full speed, without and with it in turn.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: benchmarks/webhooks.sh [-n ROUNDS] [-w WEBHOOKS] [-c WEBHOOKS] [-r RATE] [--quick] [--no-build]

  -n ROUNDS     each without and with the agent (default 5)
  -w WEBHOOKS   first in each, at full speed, so that the JVM has compiled what they need (default 150000)
  -c WEBHOOKS   measured in each (default 100000)
  -r RATE       so many a second (default: as many as are answered, then 2000)
  --quick       one round of 5000 webhooks: shows that everything works, not figures
  --no-build    use the jars that are there

JAVA_HOME chooses the JDK that is measured.
USAGE
}

script=webhooks.sh
. "$(dirname "$0")/common.sh"

rounds=5
warm_up=150000
webhooks=100000
rates=(0 2000)
build=true
while [ $# -gt 0 ]; do
  case $1 in
    -n | -w | -c | -r)
      [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || fail "$1 needs a number"
      case $1 in
        -n) rounds=$2 ;;
        -w) warm_up=$2 ;;
        -c) webhooks=$2 ;;
        -r) rates=("$2") ;;
      esac
      shift
      ;;
    --quick) rounds=1 warm_up=5000 webhooks=5000 ;;
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

! $build || build_all

echo "$("$measured/bin/java" -version 2>&1 | head -n 1), $(nproc) processors, load $(cut -d ' ' -f 1 /proc/loadavg) before the start"
printf '# Measured %s on JDK %s; rounds: %s of %s webhooks; load before the start: %s.\n' "$(date -u '+%F %R UTC')" \
  "$(jdk_version "$measured")" "$rounds" "$webhooks" "$(cut -d ' ' -f 1 /proc/loadavg)" >"$results/webhooks.tsv"
for rate in "${rates[@]}"; do
  echo
  "$measured/bin/java" -cp "$target/benchmarks.jar:$target/lib/*" io.cioagent.benchmarks.webhooks.WebhookBenchmark \
    agent/launcher/target/customerio-agent.jar "$rounds" "$warm_up" "$webhooks" "$rate" "$results/webhooks.tsv"
done
