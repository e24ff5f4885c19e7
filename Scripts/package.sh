#!/usr/bin/env bash
# Builds a Debian package: the binary with the Swift library inside, the shipped packs, the man
# page, completions for three shells. Usage: Scripts/package.sh [FOLDER] (default: .build/package)
set -euo pipefail
cd "$(dirname "$0")/.."
out="${1:-.build/package}"
scratch="${CLAUSELINT_SCRATCH:-.build-package}"
epoch="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}"
date="$(date --utc --date="@$epoch" +%Y-%m-%d)"

swift build -c release --static-swift-stdlib --scratch-path "$scratch" --product clauselint
bin="$(swift build -c release --static-swift-stdlib --scratch-path "$scratch" --show-bin-path)"
# It only writes the man page: the build that the tests use will do.
tested=(-c release -Xswiftc -enable-testing)
swift build "${tested[@]}" --product clauselint-dev
generator="$(swift build "${tested[@]}" --show-bin-path)/clauselint-dev"

version="$("$bin/clauselint" --version)"
architecture="$(dpkg --print-architecture)"
rm -rf "$out"
root="$out/root"
install -D -m 755 "$bin/clauselint" "$root/usr/bin/clauselint"
strip --strip-unneeded "$root/usr/bin/clauselint"

mkdir -p "$root/usr/share/clauselint/packs"
cp -R Rules/. "$root/usr/share/clauselint/packs/"

"$bin/clauselint" --experimental-dump-help >"$out/help.json"
mkdir -p "$root/usr/share/man/man1"
"$generator" manual "$out/help.json" "$version" "$date" |
  gzip --no-name --best >"$root/usr/share/man/man1/clauselint.1.gz"

complete() { # shell, path
  mkdir -p "$(dirname "$root/$2")"
  "$bin/clauselint" --generate-completion-script "$1" >"$root/$2"
}
complete bash usr/share/bash-completion/completions/clauselint
complete zsh usr/share/zsh/vendor-completions/_clauselint
complete fish usr/share/fish/vendor_completions.d/clauselint.fish

mkdir -p "$root/usr/share/doc/clauselint"
gzip --no-name --best --stdout CHANGELOG.md >"$root/usr/share/doc/clauselint/changelog.gz"
cp README.md "$root/usr/share/doc/clauselint/"
# The file that Debian expects. It must not grant what nobody has granted.
cat >"$root/usr/share/doc/clauselint/copyright" <<COPYRIGHT
clauselint

No licence has been chosen for clauselint yet. Until one is, all rights are
reserved by its authors: the package may be tried, and nothing here grants a
right to copy, change or distribute it.

The binary contains the Swift standard library and swift-argument-parser, which
are under the Apache License 2.0 with Runtime Library Exception; see
/usr/share/common-licenses/Apache-2.0.
COPYRIGHT

# What the binary links to, as packages; tzdata is read when today's date is asked for.
mkdir -p "$out/debian"
printf 'Source: clauselint\n\nPackage: clauselint\nArchitecture: any\n' >"$out/debian/control"
depends="$(cd "$out" && dpkg-shlibdeps -O root/usr/bin/clauselint 2>/dev/null | sed -n 's/^shlibs:Depends=//p')"
test -n "$depends"

mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: clauselint
Version: $version
Architecture: $architecture
Maintainer: clauselint maintainers <clauselint@localhost>
Section: utils
Priority: optional
Installed-Size: $(du --summarize --block-size=1024 "$root/usr" | cut -f1)
Depends: $depends, tzdata
Description: linter for management systems (ISO 9001, ISO 14001, ISO 45001)
 Reads the processes, documents and registers an organisation declares, checks
 them against rule packs that encode clauses and dated legal duties, and reports
 findings at file:line:column, each citing its clauses. It checks declarations,
 not reality.
CONTROL
find "$root" -type d -exec chmod 755 {} +
find "$root/usr/share" -type f -exec chmod 644 {} +
find "$root" -newermt "@$epoch" -exec touch --no-dereference --date="@$epoch" {} +
package="$out/clauselint_${version}_${architecture}.deb"
SOURCE_DATE_EPOCH="$epoch" dpkg-deb --root-owner-group --build "$root" "$package"
echo "$package"
