# report → sections → indicators → charts → site
#
# Needs make and Python 3.11 or later with venv; everything else is put into .venv at the first `make html`.

PYTHON ?= python3
SITEURL ?=
PORT ?= 8000
BROWSERFLAGS ?=
GITHUB_PAGES_BRANCH ?= gh-pages
GITHUB_PAGES_COMMIT_MESSAGE ?= Publish the site

CONTENT := content
OUTPUT := output
CONFFILE := pelicanconf.py
PUBLISHCONF := publishconf.py

BIN := .venv/bin
BAOGAO := $(BIN)/baogao
SITE := .venv/site.stamp
TEST := .venv/test.stamp
BROWSER := .venv/browser.stamp
COMPILE := .cache/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
  --no-annotate --no-emit-index-url --no-emit-find-links pyproject.toml requirements/build.in
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# What the site is made from. `html` compares the list of these files, and their change times, with the last build's.
SOURCES := $(CONTENT) charts theme baogao $(CONFFILE) $(SITE)
FILES := find $(SOURCES) -type f ! -name '*.pyc'
BUILT := .cache/html.files

export SITEURL
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help:
	@echo 'report → sections → indicators → charts → site'
	@echo
	@echo '  make html        build the site into output/ (only if something changed)'
	@echo '  make serve       serve output/ at http://localhost:$(PORT)'
	@echo '  make devserver   serve, and rebuild and reload on each save'
	@echo '  make regenerate  rebuild on each save, without a server'
	@echo '  make publish     check strictly, then build for hosting: make publish SITEURL=https://…'
	@echo '  make github      publish, then push the site to the branch $(GITHUB_PAGES_BRANCH)'
	@echo '  make clean       remove output/'
	@echo
	@echo '  make sections    write each report'\''s zh/*.md anew'
	@echo '  make indicators  write each report'\''s indicators.csv anew'
	@echo '  make charts      draw the charts and list them'
	@echo '  make check       list everything that is wrong, with file, line and remedy'
	@echo '  make bundle      offline zip and single-file page of each report, in dist/'
	@echo
	@echo '  make test        all tests'
	@echo '  make golden      write the expected answers of the golden tests anew'
	@echo '  make browser     the browser tests alone'
	@echo '  make lint        ruff and mypy'
	@echo '  make bench       CPU time beside plain Pelican on the same files'
	@echo '  make requirements  pin the dependencies anew, with hashes'
	@echo '  make all         lint, check, test, html'

# Build only what changed: nothing runs here but make, find and cmp when nothing did.
html: $(SITE)
	@mkdir -p .cache
	@$(FILES) | LC_ALL=C sort > $(BUILT).new
	@if [ -f $(OUTPUT)/index.html ] && cmp -s $(BUILT).new $(BUILT) \
	    && [ -z "$$($(FILES) -cnewer $(BUILT) -print)" ]; then \
	  echo '$(OUTPUT): up to date'; \
	else \
	  $(BAOGAO) build --settings $(CONFFILE) --content $(CONTENT) --output $(OUTPUT) && mv $(BUILT).new $(BUILT); \
	fi

clean:
	rm -rf $(OUTPUT) $(BUILT)

regenerate: $(SITE)
	@while sleep 1; do $(MAKE) --no-print-directory html 2>&1 | grep -v 'up to date'; done

serve: html
	$(BIN)/pelican --listen --port $(PORT) $(CONTENT) --output $(OUTPUT) --settings $(CONFFILE)

devserver: $(SITE)
	$(BAOGAO) serve --settings $(CONFFILE) --content $(CONTENT) --port $(PORT)

publish: $(SITE)
	@rm -f $(BUILT)
	$(BAOGAO) publish --settings $(PUBLISHCONF) --content $(CONTENT) --output $(OUTPUT)

github: publish $(TEST)
	$(BIN)/ghp-import --no-jekyll --message='$(GITHUB_PAGES_COMMIT_MESSAGE)' --branch=$(GITHUB_PAGES_BRANCH) $(OUTPUT)
	git push origin $(GITHUB_PAGES_BRANCH)

sections indicators: $(SITE)
	$(BAOGAO) generate --content $(CONTENT)

charts: $(SITE)
	$(BAOGAO) charts --content $(CONTENT)

check: $(SITE)
	$(BAOGAO) check --content $(CONTENT)

bundle: $(SITE)
	$(BAOGAO) bundle --settings $(CONFFILE) --content $(CONTENT)

test: $(BROWSER)
	$(BIN)/python -m pytest -rfEs

golden: $(TEST)
	GOLDEN=write $(BIN)/python -m pytest tests/golden

browser: $(BROWSER)
	$(BIN)/python -m pytest -m browser $(BROWSERFLAGS)

lint: $(TEST)
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(SITE)
	$(BIN)/python tests/bench/bench.py

# Needs the network; uv resolves for every platform at once, which pip cannot.
requirements:
	$(PYTHON) -m venv .cache/uv && .cache/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(COMPILE) --output-file requirements/site.txt
	$(COMPILE) --output-file requirements/test.txt --extra test --extra github

all: lint check test html

# The set-up. A stamp stands for what was installed, so that nothing is installed twice.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "baogao needs Python 3.11 or later; say make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv

$(SITE): .venv/bin/python requirements/site.txt pyproject.toml
	$(INSTALL) --no-deps --require-hashes --requirement requirements/site.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q baogao  # as an installed package is; Python may not be let to do it when it runs
	@touch $@

$(TEST): $(SITE) requirements/test.txt
	$(INSTALL) --no-deps --require-hashes --requirement requirements/test.txt
	@touch $@

# A Chromium that is there; else apt's, where we may; else Playwright's own.
$(BROWSER): $(TEST)
	@if command -v chromium || command -v chromium-browser || command -v google-chrome; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get; then apt-get update -qq && apt-get install -qq --yes --no-install-recommends chromium; \
	else $(BIN)/playwright install chromium; fi
	@touch $@

.PHONY: help html clean regenerate serve devserver publish github sections indicators charts check bundle test golden \
  browser lint bench requirements all
