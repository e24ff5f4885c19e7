#!/usr/bin/env bash
# Installs the system packages that clauselint builds with, as far as they are missing. Where that
# is not possible it says in one sentence why, and what an administrator would run.
set -euo pipefail

needed=(
  libyaml-dev libre2-dev libxlsxwriter-dev libzip-dev libxml2-dev libcmark-gfm-dev pkg-config g++
  # pkg-config names it beside libcmark-gfm, so the linker asks for it.
  libcmark-gfm-extensions-dev
  tzdata
)
libraries=(yaml-0.1 re2 xlsxwriter libzip libxml-2.0 libcmark-gfm)

stop() {
  printf '%s\n' "$1" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

if ! has swift; then
  stop "clauselint is built with the Swift toolchain (6.2 or later), which is not on the PATH: install it with Swift's own installer: swiftly init"
fi

if ! has dpkg-query || ! has apt-get; then
  # Another system: its own packages will do, when the libraries are there.
  if has pkg-config && pkg-config --exists "${libraries[@]}"; then exit 0; fi
  stop "clauselint needs ${libraries[*]} with their headers, and this system has no apt-get to install them: an administrator installs its counterparts of what on Debian is: apt-get install -y ${needed[*]}"
fi

missing=()
for package in "${needed[@]}"; do
  case "$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)" in
  *'install ok installed'*) ;;
  *) missing+=("$package") ;;
  esac
done
[ ${#missing[@]} -eq 0 ] && exit 0

install="apt-get update && apt-get install -y ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! has sudo; then
    stop "the packages ${missing[*]} are missing, and only root can install them: an administrator runs: $install"
  fi
  as_root=(sudo)
fi
echo "installing: ${missing[*]}"
if ! { "${as_root[@]}" apt-get update -qq &&
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"; }; then
  stop "the packages ${missing[*]} could not be installed: an administrator runs: $install"
fi
