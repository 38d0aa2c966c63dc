#!/usr/bin/env bash
# What does an agent cost at start-up? Starts JVMs without and with each agent in turn and prints a table.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: benchmarks/start-up.sh [-n ROUNDS] [--agents LIST] [--check] [--programs] [--jdks LIST] [--quick] [--no-build]

  -n ROUNDS       rounds that count, after one to warm up (default 7)
  --agents LIST   which to compare with none, comma separated
                  (default ours,do-nothing,jmx-exporter,opentelemetry,elastic)
  --check         exit with 1 if ours misses one of its bounds
  --programs      besides a program that does nothing, measure programs that make one call, and Spring Boot
  --jdks LIST     other JDKs to measure besides, such as 8,25
  --quick         mark the results as those of a quick run
  --no-build      use the jars that are there

JAVA_HOME chooses the JDK that is measured.
USAGE
}

script=start-up.sh
. "$(dirname "$0")/common.sh"

rounds=7
agents=ours,do-nothing,jmx-exporter,opentelemetry,elastic
jdks=
build=true
options=()
table_options=()
while [ $# -gt 0 ]; do
  case $1 in
    -n | --agents | --jdks)
      [ $# -gt 1 ] || fail "$1 needs a value"
      case $1 in
        -n) rounds=$2 ;;
        --agents) agents=$2 ;;
        --jdks) jdks=$2 ;;
      esac
      shift
      ;;
    --check) table_options+=(--check) ;;
    --programs) options+=(--with programs) ;;
    --quick) options+=(--quick) ;;
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
[[ $rounds =~ ^[1-9][0-9]*$ ]] || fail "not a number of rounds: $rounds"

! $build || build_all

read -r load _ </proc/loadavg
echo "$("$measured/bin/java" -version 2>&1 | head -n 1), $(nproc) processors, load $load before the start"
if [ "${load%.*}" -ge $((($(nproc) + 1) / 2)) ]; then
  echo "The machine is busy with other work: the times before main will be too long."
fi
echo

"${tools[@]}" io.cioagent.benchmarks.startup.StartUpBenchmark --rounds "$rounds" --contenders "$agents" \
  --jdks "$(jdk_homes "$jdks")" --results "$results" "${options[@]}" >"$results/start-up.log" ||
  status=$?
"${tools[@]}" io.cioagent.benchmarks.startup.StartUpTable "${table_options[@]}" "$results/probes.tsv"
exit "${status:-0}"
