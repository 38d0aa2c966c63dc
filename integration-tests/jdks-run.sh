#!/usr/bin/env bash
# Names the JDKs that the integration tests really ran on, from what the tests recorded themselves.
# Where CI runs, Java 8 must be among them.
set -euo pipefail
cd "$(dirname "$0")"

# The columns are those of RunRecord.
ran=$( (cat target/runs/*.tsv 2>/dev/null || true) | awk -F '\t' '
  $4 == "passed" || $4 == "failed" { tests[$1]++ }
  $4 == "failed" { failed[$1]++ }
  END { for (jdk in tests) printf "%d\tJDK %d: %d tests%s\n", jdk, jdk, tests[jdk], failed[jdk] ? ", " failed[jdk] " of them failed" : "" }
' | sort -n | cut -f 2)

echo
echo "Integration tests ran on:"
echo "${ran:-no JDK}"
if [[ $ran != *"JDK 8:"* ]]; then
  echo "No integration test ran on Java 8, which the agent promises to support: the first lines of verify.sh say why."
  [ "${CI:-}" != true ] || exit 1
fi
