# shellcheck shell=bash
# Maven for ./run and ./verify: the machine's own where it is new enough, else the wrapper's.

LEAST_MAVEN=3.8.6

maven() {
  local version
  # Maven's own libraries still do what newer JDKs warn of.
  export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
  version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -1)
  if [ -n "$version" ] && printf '%s\n' "$LEAST_MAVEN" "$version" | sort -CV; then
    mvn "$@"
  else
    ./mvnw "$@"
  fi
}
