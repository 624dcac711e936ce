# shellcheck shell=bash
# Finds a JDK for ./run and ./verify, so that the machine's default java may be an older one.

LEAST_JDK=25

# The major version of the JDK in this folder; nothing where there is no JDK (a JRE has no javac).
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Every folder that may hold a JDK, the most deliberate choice first.
jdk_candidates() {
  local java
  [ -n "${JAVA_HOME:-}" ] && echo "$JAVA_HOME"
  java=$(command -v javac) && dirname "$(dirname "$(readlink -f "$java")")"
  [ -r ~/.m2/toolchains.xml ] && sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' ~/.m2/toolchains.xml
  printf '%s\n' /usr/lib/jvm/* /opt/*jdk* /opt/java/* /usr/local/*jdk* ~/.jdks/* \
    ~/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    ~/Library/Java/JavaVirtualMachines/*/Contents/Home
}

# Sets JAVA_HOME to a JDK that is new enough, or says what is missing and ends the script.
use_jdk() {
  local home major found=""
  while read -r home; do
    major=$(jdk_major "$home")
    [ -n "$major" ] || continue
    if [ "$major" -ge "$LEAST_JDK" ]; then
      export JAVA_HOME="$home"
      return
    fi
    [[ $found == *" $home"* ]] || found+=$'\n'"  $major in $home"
  done < <(jdk_candidates)
  echo "Qingdan needs a JDK $LEAST_JDK or newer, and there is none here." >&2
  [ -n "$found" ] && echo "Found only:$found" >&2
  cat >&2 <<END
Install one, for example from https://adoptium.net, and run this again. If it is in an unusual
folder, say so: JAVA_HOME=/path/to/jdk-$LEAST_JDK $0
END
  exit 1
}
