# On a fresh Debian with the Swift toolchain, each of these works alone:
#   make run    builds strata and opens it (ARGS='file.yaml --lang zh' are passed on)
#   make test   runs every test
# See `make help` for the rest.

# Where it is not in the path, Swift is looked for where its installers put it.
SWIFT ?= $(or $(shell command -v swift),$(firstword $(wildcard $(HOME)/.local/share/swiftly/bin/swift /opt/swift/usr/bin/swift \
  /usr/libexec/swift/*/bin/swift /usr/share/swift/usr/bin/swift)),swift)
PREFIX ?= /usr/local
# A tilde is the shell's, and not every shell opens one behind PREFIX=.
override PREFIX := $(if $(filter ~ ~/%,$(PREFIX)),$(HOME)$(patsubst ~%,%,$(PREFIX)),$(PREFIX))
ARGS ?=
# What `make fuzz` feeds with noise (a file in Fuzz/), and how long, in seconds.
TARGET ?= yaml
SECONDS ?= 60

RELEASE = .build/release/strata
SOURCES = Sources Tests Plugins Package.swift
# Only what is missing is installed; SUDO is empty where it is not needed.
SUDO = $(shell test "$$(id -u)" = 0 || echo sudo)

.PHONY: help run build install uninstall deb dist docs docc pictures examples stamp test lint format check fuzz fuzz-all mutate sanitize torture coverage bench clean \
  setup setup-test

help:
	@echo "run      build strata and open it; ARGS='…' are passed on"
	@echo "build    the release: fully static, at $(RELEASE)"
	@echo "install  put strata, its manual and completions below PREFIX ($(PREFIX)); builds first, but not as root"
	@echo "uninstall  remove them"
	@echo "deb      make a Debian package in .build/packages; dist a tarball for any Linux"
	@echo "docc     check the libraries' documentation; pictures draws those of the README"
	@echo "docs     write the manual and what else is made of what strata knows of itself"
	@echo "test     every test, with its set-up"
	@echo "lint     look at the format of the source and at what else is agreed; format mends the format"
	@echo "check    what CI runs: lint, build, test, docc, examples"
	@echo "fuzz     feed TARGET (yaml, text, input, state, …) with noise for SECONDS ($(SECONDS))"
	@echo "fuzz-all  feed every target for SECONDS each, two at a time: a line a target"
	@echo "sanitize run the tests under ThreadSanitizer and AddressSanitizer"
	@echo "torture  inject faults into the release in fourteen states (needs termtorture)"
	@echo "coverage what of each file the tests run, end-to-end runs counted"
	@echo "mutate   change random lines and see that tests notice (COUNT=26 SEED=1)"
	@echo "bench    strata against ncdu, nnn, less and its limits (LANDSCAPE=landscape.yml for a landscape2 file)"
	@echo "clean    remove what was built"

setup:
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo "strata is built with Swift 6.3 or newer, which is not installed: see https://www.swift.org/install/linux" >&2; exit 1; }
	@ls /usr/include/ncurses.h /usr/lib/*/libncursesw.a >/dev/null 2>&1 || $(MAKE) --no-print-directory apt-libncurses-dev

setup-test: setup
	@command -v tmux >/dev/null 2>&1 || $(MAKE) --no-print-directory apt-tmux

apt-%:
	@command -v apt-get >/dev/null 2>&1 || { echo "strata needs the package '$*'; install it with your system's package manager" >&2; exit 1; }
	$(SUDO) apt-get update -q
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $*

# One file for any Linux, as small as it can be: without Foundation (Sources/CStrataParser), functions that are not called, functions
# that are the same twice and the tables that C++ exceptions would be unwound by, which nothing here throws; what a start calls
# stands together (Scripts/link). The symbols go into a file beside the program, where debuggers find them.
LINK = Scripts/link
RELEASE_FLAGS = -c release --product strata -Xswiftc -static-executable -Xcc -DSTRATA_WITHOUT_FOUNDATION \
  -Xswiftc -Xfrontend -Xswiftc -function-sections -Xswiftc -use-ld=lld -Xlinker --icf=all \
  -Xlinker --no-eh-frame-hdr -Xlinker --script=$(CURDIR)/$(LINK)/release.ld \
  -Xlinker --symbol-ordering-file=$(CURDIR)/$(LINK)/functions.txt -Xlinker --no-warn-symbol-ordering

build: setup stamp
	@[ -z "$$(find $(LINK) -newer $(RELEASE) 2>/dev/null)" ] || rm -f $(RELEASE)
	$(SWIFT) build $(RELEASE_FLAGS)
	@readelf -SW $(RELEASE) | grep -q gnu_debuglink || { \
	  objcopy --only-keep-debug $(RELEASE) $(RELEASE).debug && \
	  objcopy --strip-all --add-gnu-debuglink=$(RELEASE).debug $(RELEASE); }
	@Scripts/release-parts $(RELEASE).debug

run: build
	@$(RELEASE) $(ARGS)

stamp:
	@Scripts/stamp

# Root installs what somebody has built: what root builds, nobody else can build again.
install:
	@if [ "$$(id -u)" = 0 ]; then \
	  test -x $(RELEASE) || { echo "there is nothing to install yet: run 'make build' first, as yourself" >&2; exit 1; }; \
	else $(MAKE) --no-print-directory build; fi
	@Scripts/install-files "$(DESTDIR)$(PREFIX)"
	@echo "installed below $(DESTDIR)$(PREFIX); to remove it: make uninstall PREFIX=\"$(PREFIX)\"$(if $(DESTDIR), DESTDIR=\"$(DESTDIR)\")"

uninstall:
	@Scripts/install-files --remove "$(DESTDIR)$(PREFIX)"

deb: build
	@Scripts/package-deb .build/packages

dist: build
	@Scripts/package-dist .build/packages

# Programs of others' that use the libraries.
examples: setup
	$(SWIFT) build --package-path Examples

# The debug build prints them.
docs: setup
	$(SWIFT) build --product strata
	Scripts/generate-docs

# Of the libraries; TO=FOLDER keeps it.
docc: setup
	$(SWIFT) build --product strata
	SWIFT=$(SWIFT) Scripts/docc $(TO)

pictures: setup
	$(SWIFT) build --product strata
	Scripts/generate-pictures

# The end-to-end tests start the debug build in a real terminal.
test: setup-test
	$(SWIFT) build --build-tests
	@SWIFT=$(SWIFT) Scripts/fuzz-check
	SWIFT=$(SWIFT) Scripts/test --skip-build

lint: setup
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)
	@Scripts/conventions

format: setup
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

check:
	@Scripts/check lint build test docc examples

fuzz: setup
	Scripts/fuzz $(TARGET) $(SECONDS)

fuzz-all: setup
	Scripts/fuzz-all $(SECONDS)

# The runner itself leaks; the sanitizers slow the terminal tests too much to judge their waiting.
sanitize: setup-test
	TSAN_OPTIONS=suppressions=$(CURDIR)/Scripts/thread-sanitizer.txt SWIFT=$(SWIFT) \
	  Scripts/test --sanitize=thread --scratch-path .build-thread --skip EndToEndTests
	ASAN_OPTIONS=detect_leaks=0 SWIFT=$(SWIFT) Scripts/test --sanitize=address --scratch-path .build-address --skip EndToEndTests

torture: build
	Scripts/torture

coverage: setup-test
	SWIFT=$(SWIFT) Scripts/coverage

mutate: setup-test
	Scripts/mutate --count $(or $(COUNT),26) --seed $(or $(SEED),1)

bench:
	Benchmarks/run

clean:
	rm -rf .build .build-*
