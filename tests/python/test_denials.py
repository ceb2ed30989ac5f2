"""What one denies and another says: a dispute, and shown as one wherever claims are shown. Beside it, figures in full."""

import contextlib
import io
import json

import copydesk
import pytest
from copydesk import Coverage
from copydesk.cli import main


def reports(*texts, **analyzed):
    return copydesk.analyze([{"outlet": name, "text": text} for name, text in zip("ABC", texts, strict=False)], **analyzed)


SAID = "Councillor Ilka Brandt said the dairy had watered its milk."
DENIED = "Mayor Per Holt denied that the dairy had watered its milk."


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Mayor Per Holt said the dairy had watered its milk.", "says"),
        (SAID, "says"),
        ("Farmers accused the dairy of watering its milk.", "accuses"),
    ],
)
def test_a_denial_is_a_dispute_whoever_is_contradicted(text, verb):
    found = reports(text, DENIED, language="en").coverage.conflicts().to_dicts()
    assert [(row["kind"], row["outlet"], row["value"]) for row in found] == [("polarity", "A", verb), ("polarity", "B", "denies")]


def test_all_who_deny_take_a_side_and_two_denials_are_none():
    found = reports(SAID, DENIED, DENIED, language="en").coverage.conflicts().to_dicts()
    assert [(row["conflict"], row["outlet"], row["value"]) for row in found] == [
        (0, "A", "says"), (0, "B", "denies"), (0, "C", "denies"),
    ]
    assert len(reports(DENIED, DENIED, language="en").coverage.conflicts()) == 0


def test_who_denies_it_agrees_with_who_says_that_it_is_not_so():
    report = reports("Mayor Per Holt said the dairy had not watered its milk.", DENIED, language="en")
    assert len(report.coverage.members) == 1 and len(report.coverage.conflicts()) == 0


def test_a_denial_shows_in_the_matrix_and_on_the_page():
    report = reports(SAID, DENIED, language="en")
    [row] = report.coverage.matrix().to_dicts()
    assert (row["A"], row["B"]) == ("the dairy had watered its milk", "[denies] the dairy had watered its milk")
    assert set(report.coverage.wording(0)["act"]) == {"say", "deny"}
    page = report.to_html()
    assert ">denies</a></td>" in page and "the contrary of the claim" in page
    # Also where nobody says the contrary.
    assert ">denies</a></td>" in reports(DENIED, DENIED, language="en").to_html()


def test_numbers_are_told_with_their_bounds_and_to_the_end_of_a_range():
    values = lambda *texts: [row["value"] for row in reports(*texts, language="en").coverage.conflicts().to_dicts()]
    ferry = "{} people were on the ferry, the harbour master said."
    assert values(ferry.format("At least 60"), ferry.format("At most 25")) == ["At least 60", "At most 25"]
    # Both can be so.
    assert values(ferry.format("At least 25"), ferry.format("At least 60")) == []
    works = "The works will cost {} euros, the mayor said."
    assert values(works.format("between 60 and 70 million"), works.format("no more than 30 million")) == [
        "between 60 and 70 million euros", "no more than 30 million",
    ]


def test_a_denial_shows_in_a_terminal(tmp_path):
    lines = [json.dumps({"outlet": name, "text": DENIED}) for name in "AB"]
    (tmp_path / "told.jsonl").write_text("\n".join(lines), encoding="utf-8")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main(["report", str(tmp_path / "told.jsonl")])
    row = next(line for line in out.getvalue().splitlines() if "watered its milk" in line or "the dairy" in line)
    assert row.split()[-2:] == ["denies", "denies"] and "denies (accuses, warns" in " ".join(out.getvalue().split())


def test_a_quotation_of_one_who_denies_is_no_denial_of_its_words():
    said = [{"outlet": name, "text": "we watered nothing", "kind": "direct", "act": act, "cluster": 0}
            for name, act in (("A", "deny"), ("B", "say"))]
    coverage = Coverage(said)
    assert len(coverage.conflicts()) == 0 and coverage.matrix().to_dicts()[0]["A"] == "we watered nothing"
