# make help is the menu.

SWIFT ?= swift
PREFIX ?= /usr/local
CONFIGURATION ?= release
KAOJU = .build/$(CONFIGURATION)/kaoju
NEWS ?= ../shared/news/news.jsonl.gz
# The rooms are optimized as one when they are linked, which is worth a twelfth of the time; the
# runtime is linked in, so that the installed command needs no Swift and calls it directly.
ifeq ($(shell uname),Linux)
ifeq ($(CONFIGURATION),release)
WHOLE = --experimental-lto-mode=full -Xswiftc -use-ld=lld --static-swift-stdlib
endif
endif
# Tests look inside the rooms, which a release build hides unless told otherwise.
TESTABLE = -Xswiftc -enable-testing

.DEFAULT_GOAL := help
.PHONY: help setup build demo test lint format docs bench models install clean

help: ## Show this menu
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what the build needs (Debian packages, as root or with sudo)
	@sh scripts/setup.sh

build: setup ## Build the command in release and compile the models
	$(SWIFT) build -c $(CONFIGURATION) --product kaoju $(WHOLE)
	@$(MAKE) --no-print-directory models

models: ## Compile the dictionary and registers into one file that is mapped at start
	$(KAOJU) models compile

demo: build ## Extract the articles of corpus/ and show their facts
	$(KAOJU) extract --format table corpus/*.txt

test: setup ## Build everything and pass every test
	$(SWIFT) build -c $(CONFIGURATION) --build-tests $(TESTABLE)
	@$(MAKE) --no-print-directory models
	$(SWIFT) test -c $(CONFIGURATION) --skip-build $(TESTABLE)

lint: ## Check format and documentation comments
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

format: ## Bring the sources into the house's format
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

docs: ## Build the documentation into .build/docs
	sh scripts/docs.sh

bench: build ## Measure speed beside ICU's word breaking, start-up, memory, and word F1
	$(SWIFT) build -c release --product kaoju-bench $(WHOLE)
	.build/release/kaoju-bench corpus/*.txt $(NEWS)

install: build ## Put kaoju and its models under PREFIX
	install -d $(PREFIX)/bin $(PREFIX)/share/kaoju
	install -m 755 $(KAOJU) $(PREFIX)/bin/kaoju
	rm -rf $(PREFIX)/share/kaoju/models
	cp -Rp models $(PREFIX)/share/kaoju/models
	touch $(PREFIX)/share/kaoju/models/compiled/*

clean: ## Remove what was built
	rm -rf .build models/compiled
