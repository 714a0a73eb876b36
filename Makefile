# make demo  reads the example reports; make test  runs the tests. Only python3 and make need to be there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready-dev
# What only looks needs none of what tests need.
LOOKING := $(VENV)/.ready-looking
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: native native-check bench-python help demo desk test lint format types gate bench wheel-check ci clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

$(VENV)/bin/pip:
	@PYTHON="$(PYTHON)" sh .ci/venv $(VENV)

$(READY): pyproject.toml | $(VENV)/bin/pip
	@echo "Setting up in $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

$(LOOKING): pyproject.toml | $(VENV)/bin/pip
	@echo "Setting up in $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --editable '.[web]'
	@touch $@

demo: $(LOOKING) ## read the example reports: chains in the terminal, and a page for the browser
	@$(BIN)/takhrij read --format tree examples
	@mkdir -p .demo
	@$(BIN)/takhrij read --format html --output .demo/examples.html examples
	@echo "The same as a page for the browser: $(CURDIR)/.demo/examples.html"

desk: $(LOOKING) ## put the example reports into an archive, and open the desk over it in the browser
	@mkdir -p .demo
	@$(BIN)/takhrij add --archive .demo/archive.db examples/*.txt examples/reports.jsonl
	@$(BIN)/takhrij serve .demo/archive.db

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

# Built anew where a source is newer. It takes gcc and Python's headers, and some minutes: gcc compiles it, lets it read
# training/exercise.py's texts, and compiles it anew for the ways it took. TAKHRIJ_NATIVE=plain leaves that out.
NATIVE := build/native-venv
NATIVE_READY := build/.ready-native
$(NATIVE_READY): $(READY) hatch_build.py $(shell find src/takhrij -name '*.py')
	@PYTHON="$(PYTHON)" sh .ci/compiler
	@echo "Building the reading as C ..."
	@rm -rf build/native-wheel $(NATIVE)
	@TAKHRIJ_NATIVE=$${TAKHRIJ_NATIVE:-1} $(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir build/native-wheel .
	@PYTHON="$(PYTHON)" sh .ci/venv $(NATIVE)
	@$(NATIVE)/bin/python -m pip install --quiet "$$(echo build/native-wheel/*.whl)[archive]"
	@touch $@

native: $(NATIVE_READY) ## a wheel whose reading is compiled, three times as fast: build/native-wheel
	@ls build/native-wheel/*.whl

native-check: $(NATIVE_READY) ## does the compiled reading say the very same as the Python it is made of?
	@$(BIN)/python evaluation/native.py $(NATIVE)/bin/python

build/.ready-bench: $(NATIVE_READY)
	@$(NATIVE)/bin/python -m pip install --quiet "$$(echo build/native-wheel/*.whl)[archive,bench]"
	@touch $@

$(VENV)/.ready-bench: $(READY)
	@$(BIN)/python -m pip install --quiet --editable '.[dev,bench]'
	@touch $@

bench: build/.ready-bench ## speed: reading, compiled, against spaCy, growth, start; the archive's answers and copies (ARGS=--help, ARCHIVE=FILE)
	@$(NATIVE)/bin/python evaluation/bench.py $(ARGS)
	@$(NATIVE)/bin/python evaluation/archive_bench.py $(ARCHIVE)

bench-python: $(VENV)/.ready-bench ## the same without compiling
	@$(BIN)/python evaluation/bench.py $(ARGS)
	@$(BIN)/python evaluation/archive_bench.py $(ARCHIVE)

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
