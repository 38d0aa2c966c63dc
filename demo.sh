#!/usr/bin/env bash
# Demonstrates the agent on the test app: builds both, runs the app with the agent against a simulated Customer.io,
# and prints the agent's metrics. Requires JDK 17 or later, Maven and bash. No traffic leaves the machine.
set -euo pipefail

usage() {
  cat <<'USAGE'
./demo.sh [--keep] [--no-build]

  --keep      keep the app and its endpoint running until Ctrl-C
  --no-build  use the existing jars

Exits with 0 only if the agent's numbers match what happened.
USAGE
}

keep=false
build=true
for argument in "$@"; do
  case "$argument" in
    --keep) keep=true ;;
    --no-build) build=false ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      echo "demo.sh: unknown option $argument" >&2
      usage >&2
      exit 2
      ;;
  esac
done

cd "$(dirname "${BASH_SOURCE[0]}")"

readonly agent_jar=agent/launcher/target/customerio-agent.jar
readonly app_jar=test-app/target/customerio-test-app.jar
readonly show_class_path="$app_jar:test-app/target/lib/*"
readonly seconds=8 # long enough for each simulated fault to occur several times
readonly patience=30

java=java
if [[ -n "${JAVA_HOME:-}" ]]; then
  java="$JAVA_HOME/bin/java"
fi

work=
app_pid=
tail_pid=

stop_process() {
  if [[ -z "$1" ]]; then
    return 0
  fi
  kill "$1" 2>/dev/null || true
  for ((tenth = 0; tenth < 100; tenth++)); do
    kill -0 "$1" 2>/dev/null || break
    sleep 0.1
  done
  kill -9 "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

clean_up() {
  set +e # continue to clean up, whatever fails
  stop_process "$tail_pid"
  stop_process "$app_pid"
  if [[ -n "$work" ]]; then
    rm -rf "$work"
  fi
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

fail() {
  echo >&2
  echo "demo.sh: $1" >&2
  if [[ -n "$work" && -s "$work/app.err" ]]; then
    echo "Last lines of the app's stderr:" >&2
    tail -n 20 "$work/app.err" >&2
  fi
  exit 1
}

app_runs() {
  kill -0 "$app_pid" 2>/dev/null
}

heading() {
  printf '\n== %s\n' "$1"
}

command -v "$java" >/dev/null || fail "$java not found; install JDK 17 or later, or set JAVA_HOME"

if $build; then
  command -v mvn >/dev/null || fail "mvn not found; install Maven 3.8 or later"
  heading "Building the agent and the test app (takes about a minute)"
  mvn -B -q -DskipTests package -pl agent/launcher,test-app -am || fail "the build failed"
fi
for jar in "$agent_jar" "$app_jar"; do
  [[ -f "$jar" ]] || fail "$jar does not exist"
done

work="$(mktemp -d)"
# Maps the real host names to this machine, so that everything looks as in production. With such a file no other name
# resolves, not even localhost, where the agent's endpoint listens.
echo "127.0.0.1 localhost track.customer.io api.customer.io" >"$work/hosts"

# The shop and the agent use it to verify webhooks.
signing_key="stand-in-$RANDOM-$RANDOM-$RANDOM"
(umask 077 && echo "$signing_key" >"$work/signing-key")

app_seconds=$seconds
if $keep; then
  app_seconds=0
fi
heading "Starting an unmodified shop: java -javaagent:$agent_jar -jar $app_jar"
# Without the keys of a real account, in case they are set in this shell.
# With --linger, the app exits by itself if this script is killed.
env -u CUSTOMERIO_SITE_ID -u CUSTOMERIO_API_KEY "$java" \
  -javaagent:"$agent_jar" \
  -Dcustomerio.agent.prometheus.port=0 \
  -Dcustomerio.agent.service-name=test-shop \
  -Dcustomerio.agent.webhook.signing-key-file="$work/signing-key" \
  -Dcustomerio.agent.webhook.paths=/hooks/customerio \
  -Djdk.net.hosts.file="$work/hosts" \
  -jar "$app_jar" --seconds=$app_seconds --rate=7 --linger=$patience \
  --signing-key-file="$work/signing-key" --report="$work/report.properties" \
  >"$work/app.out" 2>"$work/app.err" &
app_pid=$!

endpoint=
for ((tenths = 0; tenths < patience * 10; tenths++)); do
  endpoint="$(grep -Eo 'https?://[^ ]+/metrics' "$work/app.err" | head -n 1 || true)"
  if [[ -n "$endpoint" ]] || ! app_runs; then
    break
  fi
  sleep 0.1
done
app_runs || fail "the app exited before it was used"
[[ -n "$endpoint" ]] || fail "the agent did not log its endpoint within $patience seconds"
echo "Agent: $(grep -F "$endpoint" "$work/app.err" | head -n 1)"
echo

tail -n +1 -f "$work/app.out" &
tail_pid=$!
for ((tenths = 0; tenths < (seconds + patience) * 10; tenths++)); do
  if $keep && ((tenths >= seconds * 10)); then
    break
  fi
  if [[ -f "$work/report.properties" ]]; then
    break
  fi
  app_runs || fail "the app exited early"
  sleep 0.1
done
sleep 0.3 # for tail to print the rest
stop_process "$tail_pid"
tail_pid=

show=("$java" -cp "$show_class_path" io.cioagent.testapp.show.Show "$endpoint")
if ! $keep; then
  [[ -f "$work/report.properties" ]] || fail "the app did not write its report"
  show+=("$work/report.properties")
fi
"${show[@]}" || fail "the agent's numbers do not match what happened"
if grep -Eq '\[customerio-agent\].* (WARN|ERROR) ' "$work/app.err"; then
  fail "the agent logged a warning"
fi
if grep -Eq '@example\.com|555 ?0100' "$work/app.err"; then
  fail "the agent's log contains a customer's email address or phone number"
fi
if grep -Fq "$signing_key" "$work/app.err"; then
  fail "the agent's log contains the signing key"
fi

heading "Operation log, on the shop's stderr"
for wanted in '"operation":"identify".*"result":"success"' '"operation":"track".*"result":"error"' \
  '"operation":"webhook".*"result":"error"'; do
  line="$(grep -m 1 "^{.*$wanted" "$work/app.err")" || fail "the operation log has no line with $wanted"
  printf '  %.400s\n' "$line"
done

heading "Next steps"
if $keep; then
  cat <<NEXT
  $endpoint
      the metrics that Prometheus scrapes
  ${endpoint%/metrics}/spans
      the most recent spans as OTLP/JSON
  ${endpoint%/metrics}/-/healthy
      the agent's health page
  $work/app.out and $work/app.err
      the output of the shop and of the agent

The shop keeps running. Press Ctrl-C to stop everything.
NEXT
  wait "$app_pid" || true
  app_pid=
  fail "the app exited by itself"
fi
cat <<NEXT
  ./demo.sh --keep    keeps the shop running, so that you can explore the endpoint
  README.md           how to add the agent to your own service: one flag, no code change
  docs/               all settings and metrics
NEXT
