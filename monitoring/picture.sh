#!/usr/bin/env bash
# Draws the dashboard into one PNG without Grafana: runs the test app with the agent for a minute with an outage, scrapes
# it with a real Prometheus, and plots the query of each panel.
set -euo pipefail

if [[ $# -gt 1 || "${1:-}" == -* ]]; then
  echo "monitoring/picture.sh [FILE]   (default: docs/dashboard.png)" >&2
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
