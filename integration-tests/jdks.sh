#!/usr/bin/env bash
# Fetches JDKs that this machine's release does not carry from Debian's own packages, into a folder of their own:
# jdks.sh FOLDER VERSION... leaves FOLDER/jdk-VERSION/bin/java for each version, and installs nothing.
# The packages are those of Debian unstable. They lie beside the C library that they are built for, and each program
# is made to look for it there. A JDK that is there and runs is left alone, so a second call takes a moment.
# Exit code 1 where a version is missing afterwards; the last lines say which and why.
set -euo pipefail

if [ $# -lt 2 ]; then
  echo "usage: jdks.sh FOLDER VERSION..." >&2
  exit 2
fi
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift

runs() { "$folder/jdk-$1/bin/java" -version >/dev/null 2>&1 && [ -x "$folder/jdk-$1/bin/javac" ]; }

missing() {
  wanted=()
  local version
  for version in "$@"; do runs "$version" || wanted+=("$version"); done
}

missing "$@"
[ ${#wanted[@]} -gt 0 ] || exit 0

give_up() {
  echo "jdks.sh: no JDK ${wanted[*]} in $folder: $1" >&2
  exit 1
}

for program in apt-get dpkg-deb flock; do
  command -v $program >/dev/null || give_up "it comes from Debian's packages, and this machine has no $program. \
Put a JDK at $folder/jdk-VERSION by hand, a link will do"
done

# One build at a time; the next one finds what this one has fetched.
exec 9>"$folder/lock"
flock 9
missing "$@"
[ ${#wanted[@]} -gt 0 ] || exit 0

# The mirror is the one that this machine is set up with.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep -m 1 -E '/debian/?$' || true)
[ -n "$mirror" ] || give_up "apt knows no Debian mirror on this machine; add one to its sources"

# Whatever is unfinished stays in here and is gone at the end.
work=$(mktemp -d "$folder/unfinished.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/sources" "$work/lists/partial" "$work/cache/archives/partial"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
cat >"$work/sources/unstable.sources" <<SOURCES
Types: deb
URIs: $mirror
Suites: sid
Components: main
$([ ! -e $keyring ] || echo "Signed-By: $keyring")
SOURCES

apt() {
  apt-get -qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/sources" -o Dir::State::Lists="$work/lists" \
    -o Dir::Cache="$work/cache" -o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none "$@"
}

# unpack TARGET PACKAGE...
unpack() {
  local target=$1 archive
  shift
  mkdir -p "$target" "$work/archives"
  (cd "$work/archives" && apt download "$@") || return 1
  for archive in "$work"/archives/*.deb; do
    dpkg-deb -x "$archive" "$target" || return 1
    rm "$archive"
  done
}

apt update || give_up "the package lists of $mirror cannot be read"

# The C library has its own place, as the programs keep its path; made once, for all JDKs.
if ! [ -e "$folder/libc/complete" ]; then
  unpack "$work/libc" libc6 libgcc-s1 libstdc++6 zlib1g patchelf || give_up "the C library's packages cannot be fetched"
  touch "$work/libc/complete"
  rm -rf "$folder/libc"
  mv "$work/libc" "$folder/libc"
fi
loader=$(find "$folder/libc/usr/lib" -name 'ld-linux*.so.*' | head -n 1)
libraries=$(dirname "$loader")

patch() { "$loader" --library-path "$libraries" "$folder/libc/usr/bin/patchelf" "$@"; }

fetch() {
  local version=$1 root=$work/root-$1 home link target program
  unpack "$root" "openjdk-$version-jre-headless" "openjdk-$version-jdk-headless" || return 1
  home=$(find "$root/usr/lib/jvm" -mindepth 1 -maxdepth 1 -type d -name "java-$version-*")
  # What the package keeps under /etc is linked to there; here it becomes part of the JDK.
  find "$home" -type l | while read -r link; do
    target=$(readlink "$link")
    if [[ $target == /etc/* && -e $root$target ]]; then
      rm "$link"
      cp -RL "$root$target" "$link"
    fi
  done
  find "$home" -type f \( -path '*/bin/*' -o -name jspawnhelper \) | while read -r program; do
    [ "$(head -c 4 "$program" | tail -c 3)" = ELF ] || continue
    patch --set-interpreter "$loader" --force-rpath --set-rpath "$(patch --print-rpath "$program"):$libraries" "$program"
  done
  "$home/bin/java" -version >/dev/null 2>&1 || return 1
  rm -rf "$folder/jdk-$version"
  mv "$home" "$folder/jdk-$version"
  runs "$version"
}

for version in "${wanted[@]}"; do
  echo "jdks.sh: fetching JDK $version into $folder"
  fetch "$version" || echo "jdks.sh: JDK $version cannot be fetched, or does not run here" >&2
done
missing "$@"
[ ${#wanted[@]} -eq 0 ] || give_up "see above"
