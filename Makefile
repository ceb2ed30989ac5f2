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

# Accuracy of the claim frame on tests/data/frame-cases.json, per field and part.
score-frame: $(PY)
	$(CARGO_TEST) --no-default-features --lib claims::frame_cases -- --nocapture

.PHONY: score-frame demo test wheel rust-checks rust-tests python-checks python-tests bench models docs clean

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

bench-coverage: wheel
	$(PY) benches/coverage_quality.py
	cargo run --release --no-default-features --example coverage_scale

# Needs Chromium, Node.js and npm.
test-browser: wheel
	cd tests/browser && npm install --silent --no-audit --no-fund
	$(PY) tests/browser/make_pages.py $(VENV)/pages
	cd tests/browser && node check.mjs ../../$(VENV)/pages

models:
	cargo build --release --no-default-features --examples
	sh training/all.sh

docs:
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --no-default-features --release

clean:
	rm -rf $(VENV) dist target report.html
