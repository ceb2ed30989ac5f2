"""What several test files use."""

import subprocess
import sys
import textwrap

import pytest
from copydesk import Coverage, Report, analyze, match_claims, samples
from hearing import HEARING


@pytest.fixture
def in_child():
    """Runs a script in an interpreter of its own; a hang fails by time-out."""

    def run(script: str, timeout: float = 60) -> str:
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=timeout, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return run


@pytest.fixture(scope="session")
def whole():
    """The report on the sample."""
    return analyze(samples.load(), narrator=True)


@pytest.fixture
def report(whole, tmp_path):
    """A copy that a test may change."""
    whole.save(tmp_path / "copy")
    return Report.load(tmp_path / "copy")


@pytest.fixture
def coverage():
    """The claims on the hearing, matched."""
    return Coverage(match_claims(HEARING))
