# Dongne: Korean local-government news into tables. `make` lists the targets.

RAW ?= data/raw
OUT ?= data/processed
GOLD ?= tests/gold
INPUTS ?= 100000
SEED ?= 1
HOSTILE ?= $(BENCH)
PYTHON ?= $(shell command -v python3.11 || command -v python3)

BIN := .venv/bin
READY := .venv/.ready
REFERENCES := .venv-bench/.ready

.DEFAULT_GOAL := help
.PHONY: help install run tables test check score report explore bench soak lock clean

help: ## list the targets
	@echo "Dongne: Korean local-government news into tables"
	@echo
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 18
	@echo
	@echo "  RAW=folder  articles to read  (now $(RAW))"
	@echo "  OUT=folder  where tables go   (now $(OUT))"

install: $(READY) ## install everything into .venv

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dongne needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

run: $(READY) ## turn the articles in RAW into tables in OUT
	@$(BIN)/dongne run --out '$(OUT)' --if-changed -- '$(RAW)'

test: $(READY) ## run the tests, in up to four processes
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4

check: $(READY) ## what a change must pass: format, lint, types, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4

score: run ## compare the tables of RAW with the gold in GOLD
	@$(BIN)/dongne score --processed '$(OUT)' -- '$(GOLD)'

# Inputs that could not be read (exit code 3) are told and do not keep the tables from being looked at.
tables: $(READY)
	@$(BIN)/dongne run --out '$(OUT)' --if-changed -- '$(RAW)' || [ $$? = 3 ]

report: tables ## make the report for a browser: OUT/report/index.html
	@$(BIN)/dongne report --processed '$(OUT)'

explore: tables ## serve the database with Datasette, on this machine alone
	@$(BIN)/dongne explore --processed '$(OUT)'

bench: $(READY) $(REFERENCES) ## measure speed, memory and hostile inputs; BENCH="--full --markdown BENCHMARKS.md", HOSTILE= the same if not given
	$(BIN)/python benchmarks/speed.py $(BENCH)
	$(BIN)/python benchmarks/hostile.py $(HOSTILE)

# Public parsers to measure beside ours, each installed by itself: one that does not install is told in the table.
$(REFERENCES): benchmarks/requirements.txt
	$(PYTHON) -m venv .venv-bench
	-grep -v '^#' $< | xargs -n 1 .venv-bench/bin/python -m pip install --quiet
	@touch $@

soak: $(READY) ## put 100,000 mutated articles through runs; INPUTS= and SEED= choose others
	$(BIN)/python tests/soak.py --inputs $(INPUTS) --seed $(SEED)

lock: ## choose the newest allowed versions anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group dev --no-emit-index-url --no-annotate --no-header --upgrade pyproject.toml --output-file requirements.lock

clean: ## remove the tables and the installation
	rm -rf .venv .venv-bench data/processed build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
