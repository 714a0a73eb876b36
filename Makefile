# make demo  reads the example reports; make test  runs the tests. Only python3 and make need to be there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready-dev
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types gate bench wheel-check ci clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

$(VENV)/bin/pip:
	@PYTHON="$(PYTHON)" sh .ci/venv $(VENV)

$(READY): pyproject.toml | $(VENV)/bin/pip
	@echo "Setting up in $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: $(READY) ## read the example reports: chains in the terminal, and a page for the browser
	@$(BIN)/takhrij read --format tree examples
	@mkdir -p .demo
	@$(BIN)/takhrij read --format html --output .demo/examples.html examples
	@echo "The same as a page for the browser: $(CURDIR)/.demo/examples.html"

test: $(READY) ## run the tests
	@$(BIN)/python -m pytest -q

lint: $(READY) ## style (ruff) and types (mypy)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(MAKE) --no-print-directory types

types: $(READY) ## types alone
	@$(BIN)/mypy

format: $(READY) ## put the code into form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

gate: $(READY) ## accuracy on the gold reports against the pinned floors (ARGS=--diff, --save, --update)
	@$(BIN)/python evaluation/gate.py $(ARGS)

$(VENV)/.ready-bench: $(READY)
	@$(BIN)/python -m pip install --quiet --editable '.[dev,bench]'
	@touch $@

bench: $(VENV)/.ready-bench ## speed: whole reading against spaCy's tokenising, linearity, start (ARGS=--help tells more)
	@$(BIN)/python evaluation/bench.py $(ARGS)

wheel-check: $(READY) ## build the wheel, install it alone, and run it
	@rm -rf build/wheel && mkdir -p build/wheel
	@$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir build/wheel .
	@PYTHON="$(PYTHON)" sh .ci/venv build/wheel/venv
	@build/wheel/venv/bin/python -m pip install --quiet build/wheel/*.whl
	@cd build/wheel && venv/bin/python -c 'import takhrij; print(takhrij.__version__, takhrij.__file__)'
	@cd build/wheel && venv/bin/takhrij --help > /dev/null
	@cd build/wheel && venv/bin/takhrij read --format html ../../examples > page.html && test -s page.html

ci: ## all that the continuous integration runs
	@.ci/run

clean: ## take away what make has made
	@rm -rf $(VENV) .demo build
