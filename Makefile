# clauselint: everything a newcomer or a machine needs. `make demo` and `make test` install what
# is missing, on Debian with the Swift toolchain.

SWIFT ?= swift
# Optimised and testable: one build for the program and its tests. Without optimisation each start
# takes seconds to read the packs, and the tests take half an hour instead of minutes.
BUILD = -c release -Xswiftc -enable-testing
BINARY = .build/release/clauselint
# As it is shipped.
SHIPPED = -c release --static-swift-stdlib --scratch-path .build-package
DEMO_DATE = 2026-11-23

.PHONY: setup build demo test check pack-tests lint format docs docs-check bench package clean ci \
	stress sanitize sanitize-address sanitize-thread fuzz fuzz-corpus

setup:
	@Scripts/setup.sh

build: setup
	$(SWIFT) build $(BUILD)

# The example has findings, so its exit status 1 is what should happen.
demo: build
	$(BINARY) check Examples/regional-council --as-of $(DEMO_DATE) || [ $$? -eq 1 ]

# One suite: make test FILTER=ClauseRecordsTests. `swift test` builds with arguments of its own, so
# that everything would be built again; what `swift build` has built it only runs.
test: setup
	$(SWIFT) build $(BUILD) --build-tests
	$(SWIFT) test $(BUILD) --skip-build --disable-xctest $(if $(FILTER),--filter "$$FILTER")

# Formatting, the rules of the house and the suites that start no program and read no example: about
# a minute when everything is built.
FAST = ArchitectureTests|ClauseBytesTests|ClauseCalendarTests|ClauseSourceTests|CELTests|\
ClauseDocumentsTests|ClauseRecordsTests|ClauseRulesTests
check: setup lint
	$(SWIFT) build $(BUILD) --build-tests
	$(SWIFT) test $(BUILD) --skip-build --disable-xctest --filter '^($(FAST))\.'

pack-tests: build
	$(BINARY) test

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources

docs: build
	.build/release/clauselint-dev docs
	Scripts/report-pictures.sh

docs-check: build
	.build/release/clauselint-dev docs --check

# Wall time, CPU time and peak memory of the shipped build on generated repositories.
bench: setup
	$(SWIFT) build $(SHIPPED) --product clauselint
	$(SWIFT) build $(SHIPPED) --product clauselint-dev
	.build-package/release/clauselint-dev bench .build-package/release/clauselint
	.build-package/release/clauselint-dev bench-expressions

# The hostile corpus, 1,000 kills while a report is written and many generated comparisons, against
# an optimised build and its promised figures of time and memory.
stress: setup
	$(SWIFT) build $(SHIPPED) --product clauselint
	CLAUSELINT_BINARY=$(CURDIR)/.build-package/release/clauselint CLAUSELINT_KILLS=1000 \
	CLAUSELINT_CASES=20000 CLAUSELINT_FIGURES=1 FILTER=HostileTests $(MAKE) test

# The tests under the address sanitizer, then under the thread sanitizer: optimised, or they take
# hours, and with deeper stacks, which their frames need in the tests of nesting. Leaks are not
# counted: the thread pool of the system keeps a few bytes for itself.
sanitize: sanitize-address sanitize-thread

SANITIZED = $(SWIFT) test $(BUILD) --disable-xctest

sanitize-address: setup
	ulimit -s 1000000; CLAUSELINT_SANITIZER=address ASAN_OPTIONS=detect_leaks=0 \
	  $(SANITIZED) --sanitize=address --scratch-path .build-asan
sanitize-thread: setup
	ulimit -s 1000000; CLAUSELINT_SANITIZER=thread TSAN_OPTIONS=halt_on_error=1 \
	  $(SANITIZED) --sanitize=thread --scratch-path .build-tsan

# libFuzzer over everything that reads foreign bytes; SECONDS for each entry.
SECONDS ?= 60
fuzz: setup
	python3 Scripts/fuzz-seeds.py $${CLAUSELINT_SHARED:-../shared}
	Scripts/fuzz.sh $(SECONDS)

# Keeps the smallest inputs that reach everything reached so far; the tests replay them.
fuzz-corpus: setup
	Scripts/fuzz.sh minimize

# A Debian package in .build/package.
package: setup
	Scripts/package.sh

# Everything that was made here, and nothing else: what git ignores.
clean:
	rm -rf .build .build-* Fuzz/.build Fuzz/.build-* Fuzz/.work .swiftpm Fuzz/.swiftpm
	rm -f Package.resolved Fuzz/Package.resolved
	find . -name '*.clauselint-tmp-*' -not -path './.git/*' -delete

ci:
	.ci/run
