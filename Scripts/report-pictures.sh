#!/usr/bin/env bash
# Takes the pictures of the example's gap report for the documents, where Chromium is at hand.
# CLAUSELINT names another binary than that of `make build`.
set -euo pipefail
cd "$(dirname "$0")/.."

tool=${CLAUSELINT:-.build/release/clauselint}
browser=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$browser" ]; then
  echo "no Chromium: docs/images stays as it is" >&2
  exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p docs/images

# picture NAME LANGUAGES WIDTH HEIGHT [SECTION]: the top of the report, or one section alone.
# Chromium has no window narrower than 500.
picture() {
  local page="$folder/$2.html" shown="$folder/shown.html" others=""
  if [ ! -f "$page" ]; then
    "$tool" report Examples/regional-council --as-of 2026-11-23 --lang "$2" --output "$page" || true
  fi
  if [ -n "${5:-}" ]; then
    others="<style>main > section:not(#$5), body > header { display: none !important }</style>"
  fi
  # The page forbids any style but its own; the copy that is photographed may have one more.
  sed -e 's|<meta http-equiv=[^>]*Content-Security-Policy[^>]*>||' \
    -e "s|</head>|$others</head>|" "$page" >"$shown"
  "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars \
    --force-prefers-reduced-motion --user-data-dir="$folder/profile" --window-size="$3,$4" \
    --screenshot="$PWD/docs/images/$1.png" "file://$shown" 2>/dev/null >&2
}

picture report-en en 1280 900
picture report-en-summary en 1280 1100 "s-summary"
picture report-fr-matrix fr 1280 1000 "s-matrix"
picture report-fr-nonconformities fr 1280 1000 "s-nonconformities"
picture report-ar-due ar 1280 900 "s-due"
picture report-ar-fr ar,fr 1280 1000 "s-nonconformities"
picture report-ar-narrow ar 500 1000 "s-summary"
