# clauselint: everything a newcomer or a machine needs. `make demo` and `make test` install what
# is missing, on Debian with the Swift toolchain.

SWIFT ?= swift
BINARY = .build/debug/clauselint
DEMO_DATE = 2026-11-23

.PHONY: setup build demo test pack-tests lint format docs docs-check bench package clean ci

setup:
	@Scripts/setup.sh

build: setup
	$(SWIFT) build

# The example has findings, so its exit status 1 is what should happen.
demo: build
	$(BINARY) check Examples/regional-council --as-of $(DEMO_DATE) || [ $$? -eq 1 ]

test: setup
	$(SWIFT) test --disable-xctest

pack-tests: build
	$(BINARY) test

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

docs: build
	.build/debug/clauselint-dev docs
	Scripts/report-pictures.sh

docs-check: build
	.build/debug/clauselint-dev docs --check

# Wall time, CPU time and peak memory of a release build on generated repositories.
bench: setup
	$(SWIFT) build -c release --product clauselint
	$(SWIFT) build -c release --product clauselint-dev
	.build/release/clauselint-dev bench .build/release/clauselint
	.build/release/clauselint-dev bench-expressions

# A Debian package in .build/package.
package: setup
	Scripts/package.sh

clean:
	$(SWIFT) package clean

ci:
	.ci/run
