"""Floors under who is named as the speaker in the invented passages of tests/data/speaker-cases.jsonl.

Run as a program it prints the figures: `python tests/python/test_speakers.py`. Part "dev" may be read and tuned on; of part
"held" only figures are looked at. Raise the floors when figures rise.
"""

import pytest
from multilingual_gold import figures, outside, read, shortfalls, show

import copydesk

CASES = read("speaker-cases.jsonl", "")

# Core recall, precision, right speaker: whole percents that must not be fallen short of.
FLOORS = {
    ("de", "dev"): (100, 96, 100),
    ("de", "held"): (86, 95, 91),
    ("en", "dev"): (98, 95, 98),
    ("en", "held"): (100, 90, 94),
    ("fr", "dev"): (83, 95, 90),
    ("fr", "held"): (96, 93, 96),
}


@pytest.fixture(scope="module")
def reached():
    return figures(copydesk.extract_attributions, articles=CASES)


def test_every_language_and_part_has_floors(reached):
    assert set(reached) == set(FLOORS)


@pytest.mark.parametrize("language, part", FLOORS, ids="-".join)
def test_floors(reached, language, part):
    assert not shortfalls(reached[language, part], FLOORS[language, part])


def test_spans_are_annotated_within_the_texts():
    assert not outside(CASES)


if __name__ == "__main__":
    show(figures(copydesk.extract_attributions, articles=CASES))
