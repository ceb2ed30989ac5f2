"""What stands for a claim in the matrix, on the page and in the terminal, and how an outlet's cell reads beside it."""

import contextlib
import io

import copydesk
import pytest
from copydesk import _labels, _terminal
from copydesk.cli import main

SHUT = "The old ferry pier is closed to cars, harbour master Ilka Brandt said."
OPEN = "The old ferry pier is not closed to cars, harbour master Ilka Brandt said."
SAID = "Councillor Ilka Brandt said the dairy had watered its milk."
NOT_SO = "Mayor Per Holt said the dairy had not watered its milk."
DENIED = "Mayor Per Holt denied that the dairy had watered its milk."


def report_of(*texts):
    rows = [{"outlet": name, "text": text} for name, text in zip("ABCDE", texts, strict=False)]
    return copydesk.analyze(rows, language="en")


def label_of(*texts):
    [row] = report_of(*texts).coverage.matrix().to_dicts()
    return row["claim"]


@pytest.mark.parametrize("places", [(0, 1, 1), (1, 0, 1), (1, 1, 0)])
def test_the_claim_is_told_as_most_outlets_tell_it(places):
    assert "not" in label_of(*((SHUT, OPEN)[place] for place in places))
    assert "not" not in label_of(*((OPEN, SHUT)[place] for place in places))


def test_of_two_sides_alike_the_one_that_affirms_is_told():
    assert "not" not in label_of(SHUT, OPEN) and "not" not in label_of(OPEN, SHUT)


@pytest.mark.parametrize("texts", [(NOT_SO, DENIED), (NOT_SO, NOT_SO, DENIED), (SAID, NOT_SO, DENIED), (DENIED, DENIED, SAID)])
def test_what_is_denied_is_never_told_as_its_contrary(texts):
    for order in (texts, texts[::-1]):
        assert label_of(*order).removeprefix("[denies] ") == "the dairy had watered its milk"


def test_a_number_is_told_as_most_outlets_tell_it():
    told = "The mill in Orlen will lose {} jobs, its owner Kvistal said.".format
    assert "1,500" in label_of(told("1,200"), told("1,500"), told("1,500"))


def test_only_what_negates_a_word_of_the_claim_has_the_sign():
    told = "Ferry boss Per Holt said {}.".format
    claim = "the winter timetable of the Orlen ferry would stay"
    kinds = {"indirect": "says"}
    ways = {
        f"{claim} as it was and would not be cut": "says",
        "the winter timetable of the Orlen ferry would not stay": "not stay",
    }
    for own, way in ways.items():
        coverage = report_of(told(claim), told(claim), told(own)).coverage
        [members] = coverage.members.values()
        disputed = [conflict.values[members[2]] for conflict in coverage.disagreements]
        assert (disputed or [_labels.told(coverage, members[2:], kinds, "")]) == [way]


def test_page_and_terminal_say_it_alike(tmp_path):
    for name, text in {"a": NOT_SO, "b": DENIED}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main(["report", *map(str, sorted(tmp_path.glob("*.txt"))), "--output", str(tmp_path / "page.html")])
    line = next(line for line in out.getvalue().splitlines() if line.startswith("the dairy"))
    assert "says [not]" in line and "denies" in line
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert ">reported [not]</a></td>" in page and ">denies</a></td>" in page


def test_one_claim_is_one_claim():
    page = report_of(SHUT, SHUT).to_html()
    assert "1 claim in common" in page and "1 claims" not in page


def test_long_names_of_outlets_leave_room_for_the_claims():
    names = [f"outlet-with-a-long-name-{n}.example" for n in range(4)]
    claim = "the old ferry pier will stay closed to cars until the board has found the money for new piles and a ramp"
    table = _terminal.table(["claim", "speaker", *names], [[claim, "Ilka Brandt", "says", "says", "denies", "says"]], total=100)
    lines = table.splitlines()
    assert all(len(line) <= 100 for line in lines)
    rule = next(line for line in lines if line.startswith("─"))
    assert len(rule.split()[0]) >= 33 and "…" not in table.split("─")[-1]
