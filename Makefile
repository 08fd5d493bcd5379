# Every target works from a bare checkout: git, make and Python 3.10 or newer are all it needs.
# The same commands, for a machine without make, are in README.md.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve site check test audit bench pictures schemas lock

# The first Python that is new enough; another one: make test PYTHON=/path/to/python
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 10))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python; do \
	$$name -c '$(NEW_ENOUGH)' 2>/dev/null && { echo $$name; break; }; done)
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python

# A stamp bears the sum of what it was installed from, so that a changed lock, or a moved checkout, installs anew.
sum = $(shell { echo '$(CURDIR)'; cat pyproject.toml $(1); } | cksum | cut -d' ' -f1)
RUN_STAMP := $(VENV)/.run-$(call sum,requirements.lock)
TEST_STAMP := $(VENV)/.test-$(call sum,requirements-test.lock)

help: ## Say what each target does
	@sed -n 's/^\([a-z]*\):.*## \(.*\)$$/make \1|\2/p' Makefile | awk -F'|' '{ printf "  %-14s %s\n", $$1, $$2 }'

serve: $(RUN_STAMP) ## Show the handbook at http://127.0.0.1:8000 and follow every change
	@$(RUN) -c "import socket; socket.create_server(('127.0.0.1', $(PORT))).close()" 2>/dev/null || \
		{ echo "Port $(PORT) is in use: stop what uses it, or take another: make serve PORT=8001" >&2; exit 1; }
	@echo "Open http://127.0.0.1:$(PORT) as soon as the first build is through (Ctrl+C stops it) ..."
	@NO_MKDOCS_2_WARNING=1 $(RUN) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

site: $(RUN_STAMP) ## Build the handbook into site/
	@echo "Building the handbook into site/ ..."
	@NO_MKDOCS_2_WARNING=1 $(RUN) -m mkdocs build --strict --site-dir site

check: $(RUN_STAMP) ## Check the data and list every finding
	@$(VENV)/bin/rulebook check

test: $(TEST_STAMP) ## Run lint, format, types and tests, as every merge does
	@$(RUN) tools/ensure_browser.py
	@echo "Lint, format and types ..." && $(RUN) -m ruff check . && $(RUN) -m ruff format --check . && $(RUN) -m mypy
	@echo "Tests ..." && $(RUN) -m pytest -n 2 --dist worksteal

audit: $(TEST_STAMP) ## Run the long checks
	@$(RUN) tools/ensure_browser.py
	@$(RUN) -m pytest -m audit -n 2 --dist worksteal

bench: $(TEST_STAMP) ## Measure how long loading, checking and building take
	@$(RUN) -m tests.bench

schemas: $(RUN_STAMP) ## Write the schemas that editors use anew, after a change of the model
	@$(VENV)/bin/rulebook export schemas --out docs/assets/schemas

pictures: $(TEST_STAMP) ## Make the pictures of the README, the editing page and the figures' tests anew
	@$(RUN) -m tools.pictures
	@$(RUN) -m tools.screenshots
	@$(RUN) -m tests.browser.figures

COMPILE = $(RUN) -m uv pip compile --quiet --universal --generate-hashes --python-version 3.10 \
	--no-emit-index-url --no-header $(UPGRADE) pyproject.toml --extra build

lock: $(RUN_STAMP) ## Pin the packages anew after a change of pyproject.toml (all: UPGRADE=--upgrade)
	@echo "Pinning the packages ..." && $(INSTALL) --no-build-isolation -e '.[lock]'
	@$(COMPILE) -o requirements.lock >/dev/null
	@$(COMPILE) --extra test -c requirements.lock -o requirements-test.lock >/dev/null
	@echo "Wrote requirements.lock and requirements-test.lock."

# --- the virtual environment -----------------------------------------------------------------------

INSTALL = $(RUN) -m pip install -qq --disable-pip-version-check
NO_PYTHON = No Python 3.10 or newer was found. Install one, or name it: make PYTHON=/path/to/python3
NO_VENV = Python could not make a virtual environment. On Debian and Ubuntu: sudo apt install python3-venv
NO_PACKAGES = The packages could not be installed: the lines above say why. Is the network reachable?

$(RUN_STAMP): LOCK := requirements.lock
$(TEST_STAMP): LOCK := requirements-test.lock
$(RUN_STAMP) $(TEST_STAMP):
	@$(RUN) -c 'import pip' 2>/dev/null || "$(PYTHON)" -c '$(NEW_ENOUGH)' 2>/dev/null || \
		{ echo "$(NO_PYTHON)" >&2; exit 1; }
	@$(RUN) -c 'import pip' 2>/dev/null || "$(PYTHON)" -m venv --clear $(VENV) >/dev/null || \
		{ rm -rf $(VENV); echo "$(NO_VENV)" >&2; exit 1; }
	@echo "Installing the pinned packages into $(VENV) (once; about a minute) ..."
	@$(INSTALL) --require-hashes -r $(LOCK) && $(INSTALL) --no-deps --no-build-isolation -e . || \
		{ echo "$(NO_PACKAGES)" >&2; exit 1; }
	@rm -f $(VENV)/.run-* $(VENV)/.test-* && touch $@ $(RUN_STAMP)
