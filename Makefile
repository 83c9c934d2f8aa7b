# checkin-desktop. `make run` and `make test` set everything up first; nothing here reads standard input.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
# Test processes at a time.
WORKERS ?= 2
# Every how many photographs `make bench-decode` reads; 1 reads all.
STEP ?= 1
# How many badges `make bench-video` holds up.
BADGES ?= 200
CODES ?= ../shared/data/codes

.PHONY: help setup run test soak lint demo screenshots bench-decode bench-video bench-camera bench-check-in bench-search bench-counts bench-start bench-import bench-main-thread bench-hub bench-hub-behind bench-certificates bench-issuing lan-demo clean

help: ## What can be made
	@grep -E '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

setup: ## Install everything into .venv, from the hash-pinned lock
	@bash packaging/setup.sh

run: setup ## Open the window on the demo event; without a display run it headless
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [[ "$$(uname -s)" =~ ^(Darwin|MINGW|MSYS|CYGWIN) ]]; then \
		exec $(BIN)/checkin-desktop demo </dev/null; \
	else \
		echo "No display here: running the demo event without a window."; \
		exec $(BIN)/checkin-desktop demo --headless --out out/demo </dev/null; \
	fi

test: setup ## All tests; those that need CUPS skip where there is none
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(PYTEST_ARGS) </dev/null

soak: setup ## The property tests on new examples, ten times as many; an hour or more
	@env -u CI HYPOTHESIS_PROFILE=soak QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --timeout 3600 $$(grep -rl hypothesis tests --include='test_*.py') </dev/null

lint: setup ## ruff, mypy strict, the import contract
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

demo: setup ## The two-day event end to end, no window; results in out/demo
	@$(BIN)/checkin-desktop demo --headless --out out/demo </dev/null

screenshots: setup ## Every page and dialog, both languages and themes, at 100 and 200 %, to 4K: PNG in screenshots/; many minutes
	@QT_QPA_PLATFORM=offscreen $(BIN)/checkin-desktop screenshots --out screenshots </dev/null

bench-decode: setup ## Our decoders beside zxing-cpp, pyzbar and OpenCV on real photographs
	@$(BIN)/python bench/decode.py $(CODES) $(STEP) </dev/null

bench-video: setup ## Simulated badges before a webcam: read within half a second, and how far it goes
	@$(BIN)/python bench/video.py $(BADGES) </dev/null

bench-camera: setup ## What an empty and a busy scene cost in CPU, and how fast it wakes
	@$(BIN)/python bench/camera.py </dev/null

bench-check-in: setup ## A check-in and its commit beside one raw SQLite insert
	@$(BIN)/python bench/check_in.py </dev/null

bench-search: setup ## A search by the keystroke among 100,000 people
	@$(BIN)/python bench/search.py </dev/null

bench-counts: setup ## What each scan makes the window count, 20,000 people admitted
	@$(BIN)/python bench/counts.py </dev/null

bench-start: setup ## From a start to a desk that scans, 100,000 people in the list, beside an empty Qt window
	@$(BIN)/python bench/start.py </dev/null

bench-import: setup ## A list of 20,000 people read, beside calamine alone, and imported
	@$(BIN)/python bench/import.py </dev/null

bench-main-thread: setup ## How long the window does not answer with 100,000 people, step by step; many minutes
	@$(BIN)/python bench/main_thread.py </dev/null

bench-tasks: setup ## What the desk's tasks take: keys and clicks counted, a person's seconds by the keystroke-level model
	@$(BIN)/python -m pytest -q -s tests/journeys/test_five_tasks.py tests/journeys/test_door_stories.py -k "takes or walk_in_whose or councillor" </dev/null | grep "keystroke-level"

bench-hub: setup ## Entries a second into the hub on PostgreSQL, 200 senders, ten entries behind a long journal
	@$(BIN)/python tests/support/postgres.py $(BIN)/python bench/hub.py </dev/null

bench-hub-behind: setup ## A desk ten entries behind a million, over HTTP
	@$(BIN)/python tests/support/postgres.py $(BIN)/python bench/hub_behind.py </dev/null

bench-certificates: setup ## A thousand certificates in one file and one file each, beside naive ReportLab
	@$(BIN)/python bench/certificates.py </dev/null

bench-issuing: setup ## A thousand certificates issued while people are checked in: how long the writer is held
	@$(BIN)/python bench/issuing.py </dev/null

lan-demo: setup ## Three desks, a hub among them, cable pulled, kills, a stick, an internet hub: nothing lost
	@$(BIN)/python tests/support/postgres.py $(BIN)/checkin-desktop lan-demo --out out/lan-demo </dev/null

clean: ## Remove what was made here; .venv stays
	@rm -rf out screenshots build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
