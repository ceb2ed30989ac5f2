"""`copydesk.spark` against the same functions on a list: `make test-spark` (needs Java 17)."""

import datetime

import copydesk
import pytest
from copydesk.spark import MAPPED, map_column
from pyspark.sql import SparkSession

TEXTS = [
    ("a", "The mayor said on Monday that the bridge was safe. Engineers denied it.", "Post", datetime.date(2026, 3, 4)),
    ("b", "„Die Brücke ist sicher“, sagte Bürgermeisterin Anna Brandt. Der Bau kostete 14 Millionen Euro.", "Bote", None),
    ("c", None, "Post", None),
    ("d", "", None, datetime.date(2026, 3, 5)),
    ("e", "« Le pont est sûr », a déclaré la maire Anne Petit.", "Courrier", datetime.date(2026, 3, 5)),
]


@pytest.fixture(scope="module")
def spark():
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(spark):
    return spark.createDataFrame(TEXTS, "key string, text string, paper string, day date").repartition(3)


def collected(found):
    """Rows as dicts, in the order of their texts and places."""
    rows = [row.asDict(recursive=True) for row in found.collect()]
    return sorted(rows, key=lambda row: (row["document"], row.get("claim", row.get("attribution", row.get("start", 0)))))


def test_claims_are_those_of_a_list(frame):
    found = map_column(frame, "extract_claims", "text", id="key", columns={"published": "day", "outlet": "paper"})
    got = collected(found)
    keys, texts, papers, days = (list(part) for part in zip(*TEXTS, strict=True))
    expected = copydesk.extract_claims(texts, published=days, outlet=papers)
    claims = [(key, claim) for key, claims in zip(keys, expected, strict=True) for claim in claims or ()]
    assert len(got) == len(claims) >= 4
    for row, (key, claim) in zip(got, claims, strict=True):
        assert row["document"] == key
        for name in ("text", "speaker", "act", "polarity", "outlet", "start", "end", "language"):
            assert row[name] == getattr(claim, name), name
        assert [date["value"] for date in row["dates"]] == [date.value for date in claim.dates]


@pytest.mark.parametrize("function", MAPPED)
def test_every_function_answers_for_every_text(frame, function):
    got = collected(map_column(frame, function, "text", id="key"))
    assert {row["document"] for row in got} <= {"a", "b", "c", "d", "e"}
    assert {"a", "b", "e"} <= {row["document"] for row in got}


def test_answers_do_not_depend_on_the_parts_of_the_frame(frame):
    one = collected(map_column(frame.coalesce(1), "detect_language", "text", id="key"))
    many = collected(map_column(frame.repartition(5), "detect_language", "text", id="key"))
    assert one == many
    assert [row["code"] for row in one] == ["en", "de", None, None, "fr"]


def test_options_and_errors_are_the_functions_own(frame):
    joined = collected(map_column(frame, "stem", "text", id="key", join=" "))
    assert joined[0]["stems"].startswith("the mayor said")
    limited = map_column(frame, "stem", "text", id="key", errors="collect", limits=copydesk.Limits(max_bytes=20))
    errors = {row["document"]: row["error"] for row in collected(limited)}
    assert "max_bytes" in errors["a"] and errors["d"] is None


def test_what_cannot_be_mapped_is_said(frame):
    with pytest.raises(copydesk.InputTypeError, match="keyness"):
        map_column(frame, "keyness", "text", id="key")
    with pytest.raises(copydesk.InputTypeError, match="no column 'body'"):
        map_column(frame, "stem", "body", id="key")
