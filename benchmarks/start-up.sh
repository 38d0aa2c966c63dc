#!/usr/bin/env bash
# What does an agent cost at start-up? Starts a bare JVM without and with each agent in turn and prints a table.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: benchmarks/start-up.sh [-n ROUNDS] [--agents LIST] [--check] [--no-build]

  -n ROUNDS       rounds that count, after one to warm up (default 7)
  --agents LIST   which to compare with none, comma separated
                  (default ours,do-nothing,jmx-exporter,opentelemetry)
  --check         exit with 1 if ours misses one of its bounds
  --no-build      use the jars that are there

JAVA_HOME chooses the JDK that is measured.
USAGE
}

fail() {
  echo "start-up.sh: $*" >&2
  exit 2
}

rounds=7
agents=ours,do-nothing,jmx-exporter,opentelemetry
build=true
table_options=()
while [ $# -gt 0 ]; do
  case $1 in
    -n)
      [ $# -gt 1 ] || fail "-n needs a number"
      rounds=$2
      shift
      ;;
    --agents)
      [ $# -gt 1 ] || fail "--agents needs a list"
      agents=$2
      shift
      ;;
    --check) table_options+=(--check) ;;
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

# Processor time and peak memory come from /proc.
[ "$(uname -s)" = Linux ] || fail "only Linux is supported"
# The clock that needs no process of its own, and so does not delay what it measures.
[ -n "${EPOCHREALTIME:-}" ] || fail "bash 5 or later is needed"

cd "$(dirname "$0")/.."
java=java
if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
fi

if $build; then
  # The build has its own JDK, whichever is measured.
  (unset JAVA_HOME && mvn -B -q -DskipTests -Dspotless.check.skip -Pagents -pl agent/launcher,benchmarks -am package) || fail "the build failed"
fi

target=benchmarks/target
results=benchmarks/results
mkdir -p "$results"
# Each rule of the JMX exporter would only add to its cost.
printf 'rules: []\n' >"$results/jmx-exporter.yaml"

# Prints the JVM options, one a line, that start a process under an agent.
options_of() {
  case $1 in
    none) ;;
    ours)
      echo "-javaagent:agent/launcher/target/customerio-agent.jar"
      echo "-Dcustomerio.agent.prometheus.port=0"
      ;;
    do-nothing)
      echo "-javaagent:$target/benchmarks-do-nothing-agent.jar"
      ;;
    jmx-exporter)
      echo "-javaagent:$target/agents/jmx_prometheus_javaagent.jar=0:$results/jmx-exporter.yaml"
      ;;
    opentelemetry)
      echo "-javaagent:$target/agents/opentelemetry-javaagent.jar"
      # Without these it would look for a collector, again and again.
      echo "-Dotel.traces.exporter=none"
      echo "-Dotel.metrics.exporter=none"
      echo "-Dotel.logs.exporter=none"
      ;;
    *) return 1 ;;
  esac
}

names=(none)
for agent in ${agents//,/ }; do
  [ "$agent" != none ] || continue
  options=$(options_of "$agent") || fail "unknown agent: $agent"
  jar=${options#-javaagent:}
  jar=${jar%%[=$'\n']*}
  [ -f "$jar" ] || fail "$jar is missing; the build makes it"
  names+=("$agent")
done

# Starts one process; the probe in it appends a line to the results file.
measure() { # agent round results-file
  local log=$results/$1.log options
  mapfile -t options < <(options_of "$1")
  # The clock is read after the fork, as the last thing before the process turns into the JVM; without its
  # separator, a point or a comma by locale, it counts microseconds.
  (exec "$java" "${options[@]}" -cp "$target/benchmarks.jar" io.cioagent.benchmarks.startup.StartUpProbe \
    "$1" "$2" "${EPOCHREALTIME/[.,]/}" "$3" >"$log" 2>&1 </dev/null) || {
    cat "$log" >&2
    fail "the process under '$1' failed"
  }
  # An agent that stayed off costs nothing and would win.
  if [ "$1" = ours ] && ! grep -q '^\[customerio-agent\].*http://' "$log"; then
    cat "$log" >&2
    fail "our agent did not report its endpoint"
  fi
}

read -r load _ </proc/loadavg
echo "$("$java" -version 2>&1 | head -n 1), $(nproc) processors, load $load before the start"
if [ "${load%.*}" -ge $((($(nproc) + 1) / 2)) ]; then
  echo "The machine is busy with other work: the times before main will be too long."
fi
echo

rm -f "$results/start-up.tsv"
for round in $(seq 0 "$rounds"); do
  for name in "${names[@]}"; do
    if [ "$round" -eq 0 ]; then
      measure "$name" 0 /dev/null
    else
      measure "$name" "$round" "$results/start-up.tsv"
    fi
  done
done

"$java" -cp "$target/benchmarks.jar" io.cioagent.benchmarks.startup.StartUpTable "${table_options[@]}" \
  "$results/start-up.tsv"
