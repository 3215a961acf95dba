# Each target works alone on a fresh machine that has Swift: what else is needed is installed, or named.

PREFIX ?= /usr/local
SWIFT ?= swift
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product signpost
SIGNPOST = .build/release/signpost

.DEFAULT_GOAL := run
.PHONY: run test broken differential kills faults coverage sanitizers memory newer-libxml2 figures fuzz lint static release reproducible bench install uninstall clean dependencies

## run: the main job on the project's own fixtures: the wizard on a terminal, else the checks and the checklist
run: dependencies
	@$(RELEASE) >&2
	@if [ -t 0 ] && [ -t 1 ]; then \
	  exec $(SIGNPOST) setup okta --store .build/set-ups --name example \
	    --idp-metadata Fixtures/okta.xml --aws-metadata Fixtures/identity-center.xml; \
	else \
	  $(SIGNPOST) validate Fixtures/okta.xml Fixtures/identity-center.xml && $(SIGNPOST) export okta; \
	fi

## test: lints, builds and tests; what failed is told once more at the end
test: dependencies lint
	@.ci/live-tools
	$(SWIFT) build --build-tests
	@bash -c 'set -o pipefail; $(SWIFT) test --skip-build 2>&1 | tee .build/tests.log' || \
	  { echo 'what failed, from .build/tests.log:'; grep -a '^✘ Test ' .build/tests.log; exit 1; }

## lint: the formatter's rules and the house rules
lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	@.ci/house

## broken: the broken twin of every rule, with the command that must find it, for a gate of your own to fail on
TWINS ?= .build/twins
broken: dependencies
	$(SWIFT) build --build-tests
	SIGNPOST_TWINS=$(TWINS) $(SWIFT) test --skip-build --filter TwinTests
	@echo "wrote $(TWINS)/<rule>: the broken files, and the command that finds the fault"

## differential: what xmllint and openssl say beside what Signpost says, of the fixtures and of every file under CORPUS
differential: dependencies
	$(SWIFT) build --build-tests
	SIGNPOST_CORPUS='$(CORPUS)' $(SWIFT) test --skip-build --filter DifferentialTests

## kills: the wizard killed at random moments, KILLS times, and commands COMMAND_KILLS times; nothing acknowledged is lost
KILLS ?= 1000
COMMAND_KILLS ?= 10000
kills: dependencies
	$(RELEASE)
	$(SWIFT) build --build-tests
	SIGNPOST_KILLS=$(KILLS) $(SWIFT) test --skip-build --filter WizardKillTests
	SIGNPOST_BINARIES=$(dir $(SIGNPOST)) SIGNPOST_COMMAND_KILLS=$(COMMAND_KILLS) \
	  $(SWIFT) test --skip-build --filter CommandKillTests

## faults: each call that touches a set-up's files failing in turn (with strace), a full disk, fifty processes at once, and
## whatever else can stand in the way
FAULTS = (SystemCallFault|RareFault|NamesOnDisk|Crowd|FullDisk|HostilePlace|HostileSurroundings|JournalFault)Tests
faults: dependencies
	$(RELEASE)
	$(SWIFT) build --build-tests
	SIGNPOST_BINARIES=$(dir $(SIGNPOST)) SIGNPOST_FAULTS=all SIGNPOST_CROWD=50 SIGNPOST_CROWD_ROUNDS=10 \
	  $(SWIFT) test --skip-build --filter '$(FAULTS)'

## coverage: which share of each module's lines the tests run
# The counters lie in files from the start (%c), so that what a process ran that was killed, or gave up, counts too.
coverage: dependencies
	$(SWIFT) build --build-tests --enable-code-coverage -Xswiftc -Xllvm -Xswiftc -runtime-counter-relocation \
	  --scratch-path .build/coverage
	rm -rf .build/coverage/profiles
	LLVM_PROFILE_FILE=$(CURDIR)/.build/coverage/profiles/tests%4m%c.profraw \
	  $(SWIFT) test --skip-build --scratch-path .build/coverage
	@.ci/coverage .build/coverage

## sanitizers: all tests under the address sanitizer, and again under the thread sanitizer
# Leaks are not looked for: what a constant of Swift holds looks like one. Valgrind looks for them (make memory).
# The thread sanitizer begins with a file of its own, for which there is no room where a test fills the disk; it does without.
SANITIZED = $(SWIFT) test --disable-xctest --sanitize
sanitizers: dependencies
	ASAN_OPTIONS=detect_leaks=0 $(SANITIZED)=address --scratch-path .build/address
	@echo 'figure: address sanitizer: all tests, no report'
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/mutexes.supp TEST_TMPDIR=/nonexistent \
	  $(SANITIZED)=thread --scratch-path .build/thread
	@echo 'figure: thread sanitizer: all tests, no report'

## memory: the checks of metadata under valgrind
memory: broken
	@.ci/memory $(TWINS)

## newer-libxml2: the newest libxml2 that Debian has the source of, tested, and the same verdict as with this machine's
newer-libxml2: dependencies
	@FILES='$(FILES)' .ci/newer-libxml2

## figures: the table of figures in README.md anew, after running the harnesses that FIGURES names
FIGURES ?= test coverage sanitizers memory newer-libxml2 kills faults fuzz
figures: dependencies
	@.ci/figures $(FIGURES)

## static: the executable that needs nothing of the machine it runs on, for release archives
STATIC = .build/static-executable
STANDALONE = -Xswiftc -static-executable -Xlinker -licuuc -Xlinker -licudata -Xlinker -lz -Xlinker -llzma \
  -Xlinker -lstdc++ -Xlinker -lm
static: dependencies
	.ci/in-order $(STATIC) $(RELEASE) --scratch-path $(STATIC) $(STANDALONE)

## release: two archives for Linux, the Debian package and their checksums, in .build/dist
DIST = .build/dist
PACKAGED = .build/packaged
# Nothing of the directory, not even in the hashes of modules that only a next build would read; no library is looked
# for beside the executable.
UNTRACEABLE = --disable-local-rpath \
  -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=." -Xcc "-ffile-prefix-map=$(CURDIR)=." \
  -Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen
release: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct)
release: export LAST_LINK = -Xlinker -s
release: dependencies
	rm -rf $(DIST)
	$(MAKE) install DESTDIR=$(DIST)/tree PREFIX=/usr SIGNPOST=$(PACKAGED)/release/signpost \
	  RELEASE='.ci/in-order $(PACKAGED) $(RELEASE) --scratch-path $(PACKAGED) $(UNTRACEABLE)'
	@if .ci/standalone; then set -x && \
	  .ci/in-order $(PACKAGED)-standalone \
	    $(RELEASE) --scratch-path $(PACKAGED)-standalone $(UNTRACEABLE) $(STANDALONE) && \
	  install -m 755 $(PACKAGED)-standalone/release/signpost $(DIST)/standalone; fi
	.ci/release $(DIST)

## reproducible: the release twice, here and of a clone in another directory, and whether every byte is the same
reproducible: release
	.ci/reproducible $(DIST)

## bench: one file, federations and many files, beside libxml2's bare parser and what else is installed, in one run
BENCH = Tests/Bench/.build/release/bench
bench: dependencies
	@$(RELEASE) >&2
	-@$(MAKE) --no-print-directory static >&2
	@$(SWIFT) build --package-path Tests/Bench -c release --static-swift-stdlib >&2
	@$(BENCH) .build/bench 'static library=$(SIGNPOST)' 'static executable=$(STATIC)/release/signpost'

## fuzz: inputs that nobody thought of for what reads the files of others: RUNS of them for TARGET, or a few for each, shared
## by PROCESSES
# One option for both sanitizers: of several, the compiler obeys the last.
FUZZ = $(SWIFT) build --package-path Tests/Fuzz -c release --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing
TARGET ?= all
RUNS ?= 2000
PROCESSES ?= 1
fuzz: dependencies
	@$(FUZZ) >&2
	@PROCESSES=$(PROCESSES) Tests/Fuzz/run $(TARGET) $(RUNS)

## install: the release executable under PREFIX, with the manual page and the completions that it prints
INSTALLED_PROGRAM = "$(DESTDIR)$(PREFIX)/bin/signpost"
INSTALLED_BASH = "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/signpost"
INSTALLED_ZSH = "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_signpost"
INSTALLED_FISH = "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/signpost.fish"
INSTALLED_PAGE = "$(DESTDIR)$(PREFIX)/share/man/man1/signpost.1"
PRINTED = $(INSTALLED_BASH) $(INSTALLED_ZSH) $(INSTALLED_FISH) $(INSTALLED_PAGE)
install: dependencies
	$(RELEASE)
	for file in $(INSTALLED_PROGRAM) $(PRINTED); do install -d "$${file%/*}" || exit; done
	install -m 755 "$(SIGNPOST)" $(INSTALLED_PROGRAM)
	"$(SIGNPOST)" completions bash > $(INSTALLED_BASH)
	"$(SIGNPOST)" completions zsh > $(INSTALLED_ZSH)
	"$(SIGNPOST)" completions fish > $(INSTALLED_FISH)
	"$(SIGNPOST)" man > $(INSTALLED_PAGE)
	chmod 644 $(PRINTED)

## uninstall: removes what install put under PREFIX, and nothing else
uninstall:
	rm -f $(INSTALLED_PROGRAM) $(PRINTED)

## clean: everything that was built
clean:
	rm -rf .build Tests/Bench/.build Tests/Fuzz/.build

dependencies:
	@.ci/dependencies
