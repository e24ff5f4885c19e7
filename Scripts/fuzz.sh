#!/usr/bin/env bash
# Fuzzes the places where bytes of strangers come in.
#
#   Scripts/fuzz.sh [SECONDS] [ENTRY...]     SECONDS for each entry (60), all entries by default
#
# New inputs go to Fuzz/.work/ENTRY; what crashes, hangs or grows is kept in Fuzz/.work/found.
# `Scripts/fuzz.sh minimize` reduces them into Fuzz/Corpus, which the tests replay.
set -euo pipefail
cd "$(dirname "$0")/.."

# A crash under libFuzzer leaves Swift's own backtracer waiting for ever.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
entries=(yaml json jsonl csv markdown xlsx cel pack records dates configuration baseline results
  paths outputs)
mode=${1:-60}
shift || true
[ $# -gt 0 ] && entries=("$@")

# Each option alone would win over the other where modules are compiled; both are needed there.
swift build --package-path Fuzz -c release --sanitize=fuzzer --sanitize=address \
  -Xswiftc -sanitize=fuzzer,address --product Fuzz
binary=Fuzz/.build/release/Fuzz
mkdir -p Fuzz/.work/found

for entry in "${entries[@]}"; do
  work=Fuzz/.work/$entry
  corpus=Fuzz/Corpus/$entry
  mkdir -p "$work" "$corpus"
  export CLAUSELINT_FUZZ=$entry
  if [ "$mode" = minimize ]; then
    rm -rf "$corpus.new" && mkdir -p "$corpus.new"
    "$binary" -merge=1 -max_len=1024 "$corpus.new" "$corpus" "$work" 2>&1 | tail -n 1
    # Eighty of every size keep the repository light.
    rm -rf "$corpus" && mkdir -p "$corpus"
    step=$(($(find "$corpus.new" -type f | wc -l) / 80 + 1))
    find "$corpus.new" -type f -printf '%s %p\n' | sort -n | awk -v step="$step" \
      'NR % step == 0 { print $2 }' | xargs -r -I{} mv {} "$corpus"/
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
