#!/usr/bin/env bash
# Fuzzes the places where bytes of strangers come in.
#
#   Scripts/fuzz.sh [SECONDS] [ENTRY...]   SECONDS for each entry (60), all entries by default
#   Scripts/fuzz.sh short [SECONDS]        for CI: from the kept inputs, without a sanitizer (5)
#   Scripts/fuzz.sh minimize               reduces what was reached into Fuzz/Corpus
#
# New inputs go to Fuzz/.work/ENTRY; what crashes, hangs or grows is kept in Fuzz/.work/found. With
# FAST=1 the address sanitizer is left out: several times as many inputs, and no look at the
# memory of the C libraries.
set -euo pipefail
cd "$(dirname "$0")/.."

# A crash under libFuzzer leaves Swift's own backtracer waiting for ever.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
entries=(yaml json jsonl csv markdown xlsx docx cel pack records dates configuration baseline results
  paths outputs)
mode=${1:-60}
shift || true

if [ "$mode" = short ]; then
  seconds=${1:-5}
  swift build --package-path Fuzz --sanitize=fuzzer --scratch-path Fuzz/.build-short --product Fuzz
  binary=$PWD/Fuzz/.build-short/debug/Fuzz
  found=$(mktemp -d)
  run() {
    new=$(mktemp -d)
    # The same seed each time: what fails here fails again.
    if ! CLAUSELINT_FUZZ=$1 "$binary" -seed=1 -max_total_time="$seconds" -max_len=1024 \
      -timeout=1200 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$found/$1-" \
      "$new" "Fuzz/Corpus/$1" >"$found/$1.log" 2>&1; then
      echo "$1: see below"
      grep -aE "ERROR|SUMMARY|Fatal|Precondition|Sources/" "$found/$1.log" || tail -n 5 "$found/$1.log"
      # The input itself: the folder goes away with the machine.
      for input in "$found/$1-"*; do [ -f "$input" ] && echo "$input:" && base64 "$input"; done
      return 1
    fi
    echo "$1: $(sed -n 's/^stat::number_of_executed_units: *//p' "$found/$1.log") inputs"
    rm -rf "$new"
  }
  export -f run
  export binary found seconds
  printf '%s\n' "${entries[@]}" | xargs -P "$(nproc)" -I{} bash -c 'run {}'
  exit
fi

[ $# -gt 0 ] && entries=("$@")
if [ -n "${FAST:-}" ]; then
  scratch=Fuzz/.build-fast
  swift build --package-path Fuzz -c release --sanitize=fuzzer --scratch-path "$scratch" \
    --product Fuzz
else
  # Each option alone would win over the other where modules are compiled; both are needed there.
  scratch=Fuzz/.build
  swift build --package-path Fuzz -c release --sanitize=fuzzer --sanitize=address \
    -Xswiftc -sanitize=fuzzer,address --product Fuzz
fi
binary=$scratch/release/Fuzz
mkdir -p Fuzz/.work/found

for entry in "${entries[@]}"; do
  work=Fuzz/.work/$entry
  corpus=Fuzz/Corpus/$entry
  mkdir -p "$work" "$corpus"
  export CLAUSELINT_FUZZ=$entry
  if [ "$mode" = minimize ]; then
    rm -rf "$corpus.new" && mkdir -p "$corpus.new"
    # The fewest inputs that reach every line reached so far: counting how often each is reached
    # would keep ten times as many.
    "$binary" -set_cover_merge=1 -use_counters=0 -max_len=1024 "$corpus.new" "$corpus" "$work" \
      2>&1 | tail -n 1
    # Inputs with a name of their own once broke something and stay.
    find "$corpus" -type f -regextype posix-extended -regex '.*/[0-9a-f]{40}' -delete
    mv "$corpus.new"/* "$corpus"/
    rm -rf "$corpus.new"
    continue
  fi
  printf '\n== %s for %s s\n' "$entry" "$mode"
  # The parser of workbooks opens an archive, the others read small texts.
  timeout -s KILL $((mode + 120)) "$binary" -max_total_time="$mode" -max_len=4096 -timeout=10 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix=Fuzz/.work/found/"$entry"- \
    "$work" "$corpus" 2>&1 | grep -E "ERROR|SUMMARY|Test unit|stat::|Done" || true
done
if [ -n "$(ls -A Fuzz/.work/found)" ]; then
  echo "found:" && ls Fuzz/.work/found
  exit 1
fi
