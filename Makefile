# What a developer and a new user type. `make help` lists it. Every target first installs what is
# missing (scripts/packages.txt), so that each works alone on a fresh Debian 12.
SHELL := /bin/bash
.DEFAULT_GOAL := help

JOBS    ?= $(shell nproc)
RELEASE := build
DEBUG   := build-debug
# make test ONLY=regex: the tests whose names match. make test LABEL=pure: those that need no server.
ONLY    ?=
LABEL   ?=

.PHONY: help deps build debug run stop seed test bench lint format clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

deps: ## install the missing Debian and npm packages
	@scripts/deps.sh

build: deps ## release build into build/
	@cmake -S . -B $(RELEASE) -G Ninja -DCMAKE_BUILD_TYPE=Release --log-level=WARNING
	@cmake --build $(RELEASE) -j $(JOBS) --target programs

debug: deps ## debug build with address and undefined-behaviour sanitizers into build-debug/
	@cmake -S . -B $(DEBUG) -G Ninja -DCMAKE_BUILD_TYPE=Debug --log-level=WARNING
	@cmake --build $(DEBUG) -j $(JOBS)

run: build ## start the suite with demonstration data and answer the first question (DETACH=1: leave it running)
	@scripts/run.sh

stop: ## stop a suite that `make run DETACH=1` started
	@scripts/stop.sh

seed: build ## load the demonstration data into the running suite once more (changes nothing if it is there)
	@$(RELEASE)/bin/mudiriya-seed

test: debug ## debug build, then every test
	@ctest --test-dir $(DEBUG) -j 2 --output-on-failure --no-tests=error --no-label-summary \
	  $(if $(ONLY),-R '$(ONLY)') $(if $(LABEL),-L '$(LABEL)')

bench: deps ## release build, then every benchmark; figures are ratios within one run
	@cmake -S . -B $(RELEASE) -G Ninja -DCMAKE_BUILD_TYPE=Release --log-level=WARNING
	@cmake --build $(RELEASE) -j $(JOBS) --target programs benchmarks
	@scripts/bench.sh $(RELEASE)/bench

lint: deps ## contracts, format, layers, scripts, and clang-tidy on what changed (CHECKS="…" chooses)
	@scripts/lint.sh $(CHECKS)

format: deps ## rewrite the sources in the project's format
	@git ls-files -z '*.cc' '*.h' | xargs -0r clang-format -i

clean: ## remove the build folders and the demonstration's database
	@scripts/stop.sh
	@rm -rf $(RELEASE) $(DEBUG) var
