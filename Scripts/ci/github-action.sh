#!/usr/bin/env bash
# What action.yml runs: annotations on standard output, a job summary, SARIF where it is wanted.
# Inputs come as environment variables, never as text put into a script.
set -euo pipefail

action="$(cd "$(dirname "$0")/../.." && pwd)"
tool="$(command -v clauselint || true)"
if [ -z "$tool" ]; then
  echo "::group::building clauselint"
  (cd "$action" && Scripts/setup.sh && swift build -c release --product clauselint)
  tool="$(cd "$action" && swift build -c release --show-bin-path)/clauselint"
  echo "::endgroup::"
fi

path="${CLAUSELINT_PATH:-.}"
arguments=(check --fail-on "${CLAUSELINT_FAIL_ON:-minor}" --path-prefix "$path")
if [ -n "${CLAUSELINT_LANGUAGE:-}" ]; then arguments+=(--lang "$CLAUSELINT_LANGUAGE"); fi
if [ -n "${CLAUSELINT_AS_OF:-}" ]; then arguments+=(--as-of "$CLAUSELINT_AS_OF"); fi
if [ -n "${CLAUSELINT_SARIF:-}" ]; then
  arguments+=(--format sarif-github --output "$CLAUSELINT_SARIF")
fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  arguments+=(--format github-summary --output "$GITHUB_STEP_SUMMARY")
fi
read -r -a further <<<"${CLAUSELINT_ARGUMENTS:-}"
exec "$tool" "${arguments[@]}" ${further[@]+"${further[@]}"} --format github -- "$path"
