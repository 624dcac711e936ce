# shellcheck shell=bash
# Builds for ./run what is missing or older than its sources. Needs jdk.sh and maven.sh.

# What ./run starts; each is built with the modules that it stands on.
PROGRAMS=(infra/local-stack infra/wechat-simulator infra/traffic command-side query-side admin-console)
COMMON_SOURCES=(pom.xml shared-events infra/kafka-broker/pom.xml)

# Whether a source of this module, or of what it stands on, is newer than its jar. Maven leaves an
# unchanged jar as it is, so the time of the last build is kept in a file of its own.
is_stale() {
  local target=$1/target jar newer=() source
  jar=$target/$(basename "$1").jar
  [ -f "$jar" ] || return 0
  newer=(-newer "$jar")
  [ -f "$target/built" ] && newer+=(-newer "$target/built")
  source=$(find "${COMMON_SOURCES[@]}" "$1" -path '*/target' -prune -o -path '*/src/test' -prune \
    -o -type f "${newer[@]}" -print -quit)
  [ -n "$source" ]
}

stale_programs() {
  local program
  for program in "${PROGRAMS[@]}"; do
    if [ -f "$program/pom.xml" ] && is_stale "$program"; then echo "$program"; fi
  done
}

# Shows one line a module while Maven works; the whole of its output is in the log.
show_modules() {
  sed -un 's/^\[INFO\] Building \([a-z-]*\) .*/  · \1/p'
}

build_what_is_missing() {
  local log=$1 stale
  mapfile -t stale < <(stale_programs)
  [ ${#stale[@]} -gt 0 ] || return 0
  echo "Building ${stale[*]##*/} (a first build also fetches the libraries, which takes minutes)"
  mkdir -p "$(dirname "$log")"
  if ! maven -B -Dstyle.color=never package -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -am -pl "$(IFS=,; echo "${stale[*]}")" 2>&1 | tee "$log" | show_modules; then
    # Without a word of Maven's own, it could not even be fetched or started.
    if ! grep '^\[ERROR\]' "$log" | grep -v 'Help 1\|-X switch\|possible solutions\|-rf :' | head -20 >&2; then
      grep -v '^\s*at ' "$log" | tail -5 >&2
    fi
    grep -q 'No space left on device' "$log" && echo "The disk is full: free some space." >&2
    echo "The build failed. All of its output is in $log." >&2
    exit 1
  fi
  for program in "${stale[@]}"; do touch "$program/target/built"; done
}
