# planc: `make site` compiles the sample, `make test` runs every test. Both install what they need first.
SHELL := /bin/sh
# The day on which the sample program is read.
DAY := 2026-11-20
PREFIX ?= /usr/local
PLANC := .build/release/planc
PLANS ?= 10000

.PHONY: site test check format docs install wheel bench clean setup setup-test release

site: release ## Compile the sample program into site/.
	$(PLANC) build --as-of $(DAY) -o site

test: setup-test check release ## Set everything up and run every test, on the program as it is handed out.
	swift build --build-tests
	PLANC=$(abspath $(PLANC)) swift test --skip-build
	Scripts/test-browser.sh $(PLANC) $(DAY)
	Scripts/test-packaging.sh $(PLANC) $(DAY)

check: ## House rules and formatting.
	Scripts/check.py --self-test
	Scripts/check.py
	swift format lint --strict --recursive --parallel Sources Tests templates Package.swift

format: ## Bring the sources into swift-format's form.
	swift format --in-place --recursive --parallel Sources Tests templates Package.swift

docs: ## Write docs/rules/ anew from the rules.
	swift build --product planc
	Scripts/rule-pages.sh .build/debug/planc

release: setup
	swift build -c release --static-swift-stdlib -Xswiftc -cross-module-optimization --product planc

install: release ## Install one binary that needs nothing of Swift or cmark: make install PREFIX=~/.local
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 -s $(PLANC) $(DESTDIR)$(PREFIX)/bin/planc

wheel: release ## Pack the binary as a Python wheel, in dist/.
	Scripts/setup.sh wheel
	Scripts/wheel.sh $(PLANC) dist

bench: release ## Measure lint and build beside cat, cp, rumdl and Hugo: make bench PLANS=10000
	Scripts/bench/bench.py --planc $(PLANC) --plans $(PLANS) --scaling

setup:
	Scripts/setup.sh build

setup-test:
	Scripts/setup.sh test

clean: ## Remove what was built.
	rm -rf .build dist
