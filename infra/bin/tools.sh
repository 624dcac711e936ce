# shellcheck shell=bash
# Installs the programs that tests use beside the JDK, where they are missing.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

install_packages() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Takes the names of programs, which are also the names of Debian's packages.
need_tools() {
  local tool missing=()
  for tool in "$@"; do
    command -v "$tool" >/dev/null || missing+=("$tool")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! can_install; then
    echo "The tests need ${missing[*]}: install them (Debian: apt-get install ${missing[*]}; macOS: brew install ${missing[*]}), then run this again." >&2
    exit 1
  fi
  echo "Installing ${missing[*]} for the tests"
  if ! as_root apt-get update -qq || ! install_packages "${missing[@]}"; then
    echo "apt-get could not install ${missing[*]}: see above." >&2
    exit 1
  fi
}
