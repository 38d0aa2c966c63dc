#!/usr/bin/env bash
# What does the agent cost each call? Runs the JMH benchmarks without and with it and prints a table.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: benchmarks/per-call.sh [--quick] [--no-build] [JMH OPTIONS]

  --quick      a rough answer in ten minutes
  --no-build   use the jars that are there

JAVA_HOME chooses the JDK that is measured. All JMH options work, such as a pattern of benchmarks.
USAGE
}

fail() {
  echo "per-call.sh: $*" >&2
  exit 2
}

build=true
jmh_options=()
while [ $# -gt 0 ]; do
  case $1 in
    --quick) jmh_options+=(-f 1 -wi 4 -w 1 -i 3 -r 1) ;;
    --no-build) build=false ;;
    -h | --help)
      usage
      exit 0
      ;;
    *) jmh_options+=("$1") ;;
  esac
  shift
done

cd "$(dirname "$0")/.."
java=java
if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
fi

if $build; then
  # The build has its own JDK, whichever is measured.
  (unset JAVA_HOME && mvn -B -q -DskipTests -Dspotless.check.skip -pl agent/launcher,benchmarks -am package) || fail "the build failed"
fi

agent=agent/launcher/target/customerio-agent.jar
[ -f "$agent" ] || fail "$agent is missing; the build makes it"

exec "$java" -cp "benchmarks/target/benchmarks.jar:benchmarks/target/lib/*" io.cioagent.benchmarks.percall.PerCall \
  "$agent" "${jmh_options[@]}"
