#!/usr/bin/env bash
# What does an agent cost a Spring Boot service? Puts it under load without and with each agent in turn.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: benchmarks/service.sh [-n ROUNDS] [--agents LIST] [--quick] [--no-build]

  -n ROUNDS       each a minute and a half for each agent (default 3)
  --agents LIST   which to compare with none, comma separated (default ours,ours-no-spans,opentelemetry)
  --quick         a few seconds of load: shows that everything works, not figures
  --no-build      use the jars that are there

JAVA_HOME chooses the JDK that is measured, 17 or later. Needs wrk and nginx.
USAGE
}

script=service.sh
. "$(dirname "$0")/common.sh"

rounds=3
agents=ours,ours-no-spans,opentelemetry
build=true
options=()
while [ $# -gt 0 ]; do
  case $1 in
    -n | --agents)
      [ $# -gt 1 ] || fail "$1 needs a value"
      case $1 in
        -n) rounds=$2 ;;
        --agents) agents=$2 ;;
      esac
      shift
      ;;
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
[ "$(jdk_version "$measured")" -ge 17 ] || skip "Spring Boot 3 needs JDK 17; JAVA_HOME is $(jdk_version "$measured")"
# Debian has nginx where only administrators look.
PATH=$PATH:/usr/sbin
for program in wrk nginx; do
  command -v "$program" >/dev/null || skip "$program is missing (Debian: apt-get install $program)"
done

! $build || build_all

"${tools[@]}" io.cioagent.benchmarks.service.ServiceBenchmark --rounds "$rounds" --contenders "$agents" \
  --jdks "$measured" --results "$results" "${options[@]}"
