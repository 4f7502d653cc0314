# `make glossary` does the whole job, `make test` runs every check; both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
STAMP := $(VENV)/.installed
RUN := $(BIN)/python

.DEFAULT_GOAL := help
.PHONY: help dist glossary test setup lint types unit docs update compile golden bench clean

help:
	@echo "make glossary   set everything up and do the main job (articles in; PO files, PDF out)"
	@echo "make dist       write dist/: every format, the book, a guide for translators, checksums"
	@echo "make test       set everything up and run every check"
	@echo "make update     take new interface strings into locale/*/LC_MESSAGES/vnru_terms.po"
	@echo "make docs       write the generated pages of docs/reference"
	@echo "make golden     refresh the golden files of the tests"
	@echo "make bench      print the figures of benchmarks/"
	@echo "make clean      delete what can be made again"

setup: $(STAMP)

$(STAMP): pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "vnru-terms needs Python 3.11 or newer; say which with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' || { \
	  echo "this Python has no venv; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(STAMP)

dist: $(STAMP)
	$(RUN) -m vnru_terms export --all

glossary: $(STAMP)
	$(RUN) -m vnru_terms build

test: lint types unit

lint: $(STAMP)
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .

types: $(STAMP)
	$(RUN) -m mypy

# A worker for each core; the tests of a file stay together, for they share what is slow to make.
unit: $(STAMP)
	$(RUN) -m pytest --numprocesses=auto --dist=loadfile

docs: $(STAMP)
	$(RUN) docs/generate.py


update compile: $(STAMP)
	$(RUN) tests/interface_catalogues.py $@

golden: $(STAMP)
	VNRU_TERMS_GOLDEN=write $(RUN) -m pytest tests/test_golden.py tests/test_print_pictures.py

bench: $(STAMP)
	for file in benchmarks/*.py; do $(RUN) $$file || exit 1; done

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find locale -name '*.mo' -delete
