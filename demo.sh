#!/usr/bin/env bash
# Shows the agent at work on the test app: builds both, runs the app under the agent against a Customer.io that
# the app plays itself, and prints what the agent saw. Needs a JDK 17, Maven and bash; nothing leaves the machine.
set -euo pipefail

usage() {
  cat <<'USAGE'
./demo.sh [--keep] [--no-build]

  --keep      the app stays open, and its endpoint with it, until Ctrl-C
  --no-build  use the jars that are there

Exits with 0 only if what the agent says agrees with what happened.
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
readonly seconds=8 # long enough for every fault of the app's bad day to come up several times
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
  set +e # whatever fails here, the rest is still to be cleaned
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
    echo "The last lines of the app's stderr:" >&2
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

command -v "$java" >/dev/null || fail "no $java found; install a JDK 17 or set JAVA_HOME"

if $build; then
  command -v mvn >/dev/null || fail "no mvn found; install Maven 3.8 or later"
  heading "Building the agent and the test app (a minute or so)"
  mvn -B -q -DskipTests package -pl agent/launcher,test-app -am || fail "the build failed"
fi
for jar in "$agent_jar" "$app_jar"; do
  [[ -f "$jar" ]] || fail "there is no $jar"
done

work="$(mktemp -d)"
# The real names lead to this machine, so that everything looks as it would in earnest. Under such a file no other
# name resolves, not even localhost, where the agent's endpoint listens.
echo "127.0.0.1 localhost track.customer.io api.customer.io" >"$work/hosts"

# The shop checks by it that webhooks come from Customer.io, and so does the agent.
signing_key="stand-in-$RANDOM-$RANDOM-$RANDOM"
(umask 077 && echo "$signing_key" >"$work/signing-key")

app_seconds=$seconds
if $keep; then
  app_seconds=0
fi
heading "Starting a shop that knows nothing of the agent: java -javaagent:$agent_jar -jar $app_jar"
# Without the keys of a real account, so that a shell in which they are set does not get the demo there.
# --linger ends the app by itself if this script should be killed the hard way.
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
app_runs || fail "the app ended before it was asked anything"
[[ -n "$endpoint" ]] || fail "the agent named no endpoint address within $patience seconds"
echo "The agent says: $(grep -F "$endpoint" "$work/app.err" | head -n 1)"
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
  app_runs || fail "the app ended while it should have run"
  sleep 0.1
done
sleep 0.3 # for tail to print the rest
stop_process "$tail_pid"
tail_pid=

show=("$java" -cp "$show_class_path" io.cioagent.testapp.show.Show "$endpoint")
if ! $keep; then
  [[ -f "$work/report.properties" ]] || fail "the app did not come to its summary"
  show+=("$work/report.properties")
fi
"${show[@]}" || fail "the agent's numbers are not what happened"
if grep -Eq '\[customerio-agent\].* (WARN|ERROR) ' "$work/app.err"; then
  fail "the agent has warned of something"
fi
if grep -Eq '@example\.com|555 ?0100' "$work/app.err"; then
  fail "a customer's e-mail address or phone number stands in the agent's log"
fi
if grep -Fq "$signing_key" "$work/app.err"; then
  fail "the signing key stands in the agent's log"
fi

heading "What the operation log says, on the shop's stderr"
for wanted in '"operation":"identify".*"result":"success"' '"operation":"track".*"result":"error"' \
  '"operation":"webhook".*"result":"error"'; do
  line="$(grep -m 1 "^{.*$wanted" "$work/app.err")" || fail "the operation log lacks a line with $wanted"
  printf '  %.400s\n' "$line"
done

heading "Where to look next"
if $keep; then
  cat <<NEXT
  $endpoint
      what Prometheus would scrape
  ${endpoint%/metrics}/spans
      the most recent spans as OTLP/JSON
  ${endpoint%/metrics}/-/healthy
      whether the agent is up
  $work/app.out and $work/app.err
      the shop's lines, and the agent's

The shop stays open. Ctrl-C ends everything.
NEXT
  wait "$app_pid" || true
  app_pid=
  fail "the app ended by itself"
fi
cat <<NEXT
  ./demo.sh --keep    the shop stays open, so that you can look at the endpoint yourself
  README.md           put the agent on your own service: one flag, no code change
  docs/               every setting, every metric
NEXT
