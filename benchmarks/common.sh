# What the benchmark scripts share; they source it after they have set `script` to their name. Runs them in the
# repository's root.

fail() {
  echo "$script: $*" >&2
  exit 2
}

# Ends with a value that says to run.sh: not possible here, go on with the others.
skip() {
  echo "$script: $*" >&2
  exit 3
}

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Processor time and memory come from /proc.
[ "$(uname -s)" = Linux ] || fail "only Linux is supported"

# The JDK that is measured. The build and the processes that measure have their own, whichever that is.
measured=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
[ -x "$measured/bin/java" ] || fail "no JDK at $measured"
build_java() {
  local home
  for home in "${BENCHMARK_BUILD_JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /)")")")" "$measured"; do
    if [ -x "$home/bin/javac" ] && [ "$(jdk_version "$home")" -ge 17 ]; then
      echo "$home/bin/java"
      return
    fi
  done
  return 1
}

# Prints the feature release of the JDK in a folder.
jdk_version() {
  local version
  version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p')
  echo "${version:-0}"
}

# Prints the home of the JDK with a version: a path, the measured one, or one beside it or where verify.sh puts them.
jdk_home() {
  local home
  if [ -x "$1/bin/java" ]; then
    echo "$1"
    return
  fi
  for home in "$measured" "$(dirname "$measured")"/* "$HOME"/.cache/customerio-agent/jdks/*; do
    if [ -x "$home/bin/java" ] && [ "$(jdk_version "$home")" = "$1" ]; then
      echo "$home"
      return
    fi
  done
  return 1
}

# Prints the homes of the JDKs of a list, separated by commas. The first is always the measured one.
jdk_homes() {
  local homes=$measured version home
  for version in ${1//,/ }; do
    home=$(jdk_home "$version") || {
      echo "$script: no JDK $version is installed; its rows are skipped (integration-tests/jdks.sh downloads it)" >&2
      continue
    }
    [ "$(jdk_version "$home")" = "$(jdk_version "$measured")" ] || homes+=,$home
  done
  echo "$homes"
}

# Builds the agent and the benchmarks, and downloads the other agents.
build_all() {
  (unset JAVA_HOME && mvn -B -q -DskipTests -Dspotless.check.skip -Pagents \
    -pl agent/launcher,benchmarks,benchmarks/service -am package) || fail "the build failed"
}

target=benchmarks/target
tools=("$(build_java)" -cp "$target/benchmarks.jar:$target/lib/*:$target/lib-tools/*") ||
  fail "JDK 17 or later is needed to measure; JAVA_HOME may be any"
results=${BENCHMARK_RESULTS:-benchmarks/results}
mkdir -p "$results"
