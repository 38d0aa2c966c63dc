#!/usr/bin/env bash
# Draws the dashboard: a minute of the test app's bad day, with an outage, under the agent, scraped by a real
# Prometheus; each panel's own query, drawn into one PNG. For where no Grafana is at hand.
set -euo pipefail

if [[ $# -gt 1 || "${1:-}" == -* ]]; then
  echo "monitoring/picture.sh [FILE]   (docs/dashboard.png where none is given)" >&2
  exit 2
fi
here="$PWD"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
file="$PWD/docs/dashboard.png"
if [[ $# -eq 1 ]]; then
  case "$1" in
    /*) file="$1" ;;
    *) file="$here/$1" ;;
  esac
fi
for program in prometheus mvn; do
  command -v "$program" >/dev/null || {
    echo "picture.sh: please install $program" >&2
    exit 1
  }
done
mvn -B -q -pl integration-tests -am verify -Dtest=None -Dit.test=DashboardPicture -Dmonitoring.picture="$file" \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
echo "$file"
