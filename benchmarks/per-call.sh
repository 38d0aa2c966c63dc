#!/usr/bin/env bash
# What does an agent cost each call? Runs the JMH benchmarks without and with each agent and prints a table.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: benchmarks/per-call.sh [--agents LIST] [--pattern REGEX] [--quick] [--no-build] [-- JMH OPTIONS]

  --agents LIST     which to compare with none, comma separated (default ours-no-spans,ours,wrapper,opentelemetry)
  --pattern REGEX   which benchmarks to run, such as 'library\.Ok' (default: all that an agent takes part in)
  --quick           the fewest iterations: shows that everything works, not figures
  --no-build        use the jars that are there

JAVA_HOME chooses the JDK that is measured. All options of JMH work, such as "-- -f 3 -wi 10".
USAGE
}

script=per-call.sh
. "$(dirname "$0")/common.sh"

agents=ours-no-spans,ours,wrapper,opentelemetry
build=true
options=()
jmh_options=()
while [ $# -gt 0 ]; do
  case $1 in
    --agents | --pattern)
      [ $# -gt 1 ] || fail "$1 needs a value"
      case $1 in
        --agents) agents=$2 ;;
        --pattern) options+=(--pattern "$2") ;;
      esac
      shift
      ;;
    --quick)
      options+=(--quick)
      jmh_options+=(-f 1 -wi 1 -w 200ms -i 1 -r 200ms)
      ;;
    --short) options+=(--with short) ;;
    --no-build) build=false ;;
    --)
      shift
      jmh_options+=("$@")
      break
      ;;
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

"${tools[@]}" io.cioagent.benchmarks.percall.PerCallBenchmark --contenders "$agents" --jdks "$measured" \
  --results "$results" "${options[@]}" -- "${jmh_options[@]}"
