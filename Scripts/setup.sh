#!/usr/bin/env bash
# Installs the system packages that clauselint builds with, as far as they are missing.
set -euo pipefail

needed=(
  libyaml-dev libre2-dev libxlsxwriter-dev libzip-dev libxml2-dev libcmark-gfm-dev pkg-config g++
  # pkg-config names it beside libcmark-gfm, so the linker asks for it.
  libcmark-gfm-extensions-dev
  tzdata
)
missing=()
for package in "${needed[@]}"; do
  if ! dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'install ok'; then
    missing+=("$package")
  fi
done

if ! command -v swift >/dev/null; then
  echo "clauselint needs the Swift toolchain (6.2 or later) on the PATH." >&2
  exit 1
fi
[ ${#missing[@]} -eq 0 ] && exit 0

echo "installing: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "${missing[@]}"
