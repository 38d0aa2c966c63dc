#!/usr/bin/env bash
# Measures what agents cost, part by part, and writes one report with ratios: benchmarks/results/report.md.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: benchmarks/run.sh [--parts LIST] [--jdks LIST] [--quick] [--update-docs] [--no-build]
       benchmarks/run.sh --check [--no-build]

  --parts LIST    which parts to measure, comma separated (default start-up,per-call,webhooks,service);
                  of the others, the report has the results of their last run. "none" only writes the report
  --jdks LIST     JDKs whose start is measured besides the one in JAVA_HOME, such as 8,25
  --quick         the fewest repetitions that measure each row: shows that everything works, not figures
  --update-docs   put the report into docs/performance.md
  --no-build      use the jars that are there
  --check         no report: measure a few rows for two minutes, exit with 1 if one misses its bound

JAVA_HOME chooses the JDK that is measured. The service needs wrk and nginx.
USAGE
}

script=run.sh
parts=start-up,per-call,webhooks,service
jdks=
quick=false
check=false
build=true
report_options=()
while [ $# -gt 0 ]; do
  case $1 in
    --parts | --jdks)
      [ $# -gt 1 ] || { usage >&2; exit 2; }
      case $1 in
        --parts) parts=$2 ;;
        --jdks) jdks=$2 ;;
      esac
      shift
      ;;
    --quick) quick=true ;;
    --check) check=true ;;
    --update-docs) report_options+=(--update docs/performance.md) ;;
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
. "$(dirname "$0")/common.sh"

! $build || build_all

if $check; then
  export BENCHMARK_RESULTS=$results/check
  benchmarks/start-up.sh --no-build -n 3 --agents ours,do-nothing >/dev/null
  benchmarks/per-call.sh --no-build --short --agents ours -- -f 1 -wi 3 -w 1 -i 3 -r 1 >/dev/null
  exec "${tools[@]}" io.cioagent.benchmarks.report.Bounds "$BENCHMARK_RESULTS"
fi

status=0
for part in ${parts//,/ }; do
  options=(--no-build)
  ! $quick || options+=(--quick)
  case $part in
    none) continue ;;
    start-up)
      options+=(--programs --jdks "$jdks")
      # Two minutes for each JDK instead of twenty.
      ! $quick || options+=(-n 1 --agents ours,do-nothing,opentelemetry)
      ;;
    per-call) ;;
    webhooks) ;;
    service) ! $quick || options+=(-n 1) ;;
    *) fail "unknown part: $part" ;;
  esac
  echo "== $part"
  code=0
  "benchmarks/$part.sh" "${options[@]}" 2> >(tee "$results/$part.err" >&2) || code=$?
  if [ "$code" = 3 ]; then
    # A part that lacks a program or a JDK is skipped, and the report says why.
    printf '# **Skipped**: %s\n' "$(tail -n 1 "$results/$part.err")" >"$results/$part.tsv"
  elif [ "$code" != 0 ]; then
    status=1
  fi
done

"${tools[@]}" io.cioagent.benchmarks.report.Report --results "$results" "${report_options[@]}"
echo "The report is in $results/report.md"
exit $status
