"""What may be given beside the texts, and what an error or a warning says of what may not."""

import warnings
from datetime import UTC, date, datetime

import copydesk
import numpy as np
import pandas as pd
import pytest
from copydesk import InputTypeError

SAID = "The ministry said on Monday that the bridge had closed to lorries on Sunday."


def days(texts, **more):
    return [found.value for claims in copydesk.extract_claims(texts, language="en", **more) for c in claims for found in c.dates]


@pytest.mark.parametrize(
    "published",
    [
        "2024-05-14",
        "2024-05-14T21:52:00+02:00",
        "20240514",
        "2024/05/14",
        "2024/5/14 21:52",
        "Tue, 14 May 2024 21:52:00 +0200",
        "14 May 2024",
        date(2024, 5, 14),
        datetime(2024, 5, 14, 21, tzinfo=UTC),
        pd.Timestamp("2024-05-14"),
        "14.05.2024",
        "May 14, 2024, 9:52 p.m.",
        "Dienstag, 14. Mai 2024, 21.52 Uhr",
        "14 de mayo de 2024",
        pd.Series(["2024-05-14"]).astype("datetime64[ns]").to_numpy(),
    ],
    ids=repr,
)
def test_days_are_resolved_against_any_usual_form_of_a_date(published):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "2024-05-12" in days([SAID], published=published)


def test_dates_that_cannot_be_read_are_missing_and_pointed_out_at_once():
    given = ["2024-05-14", "", None, "soon", "later"]
    told = r"published, row 3: 'soon', row 4: 'later' are no dates or times; expected ISO 8601"
    with pytest.warns(UserWarning, match=told) as caught:
        assert "2024-05-12" in days([SAID] * 5, published=given)
    assert [warning.filename for warning in caught] == [__file__]
    rows = [{"text": SAID, "outlet": "Herald", "published": value} for value in given]
    with pytest.warns(UserWarning, match="published, row 3: 'soon'") as caught:
        found = copydesk.analyze(rows)
    assert [warning.filename for warning in caught] == [__file__]
    assert [row["published"] is not None for row in found.article_rows] == [True, False, False, False, False]
    with pytest.warns(UserWarning, match=r"row 4: 'soon' and 3 more are no dates or times"):
        days([SAID] * 8, published=["soon"] * 8)
    with pytest.warns(UserWarning, match="published: 'soon' is no date or time"):
        days([SAID], published="soon")


def test_a_value_goes_for_all_texts_and_a_list_has_one_for_each():
    table = copydesk.extract_claims(pd.Series([SAID, SAID]), outlet="Herald")
    assert set(table["outlet"]) == {"Herald"}
    with pytest.raises(ValueError, match="outlet: expected one value, or one for each of 2 texts, got 1"):
        copydesk.extract_claims([SAID, SAID], outlet=["Herald"])
    assert copydesk.extract_claims(SAID, outlet=["Herald"])[0].outlet == "Herald"


def test_a_series_of_another_index_is_refused():
    texts, outlets = pd.Series([SAID, SAID], index=[5, 7]), pd.Series(["A", "B"])
    for name, values in {"outlet": outlets, "published": pd.Series(["2024-05-14"] * 2), "language": pd.Series(["en"] * 2)}.items():
        with pytest.raises(ValueError, match=rf"{name}: its index differs .* pass \.to_numpy\(\)"):
            copydesk.extract_claims(texts, **{name: values})
    found = copydesk.extract_claims(texts, outlet=outlets.to_numpy())
    assert set(zip(found["row"], found["outlet"], strict=True)) == {(0, "A"), (1, "B")}
    copydesk.extract_claims(texts, outlet=outlets.set_axis(texts.index), published=np.array([None, np.nan], dtype=object))


@pytest.mark.parametrize("languages", ["de", "German"])
def test_one_language_may_be_named_alone(languages):
    assert copydesk.detect_language(["Talks ended."], languages=languages)[0].code == "de"


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda: copydesk.concordance([SAID], 3), InputTypeError, "pattern: expected str, got int"),
        (lambda: copydesk.concordance([SAID], ""), ValueError, "pattern: the pattern holds no word"),
        (lambda: copydesk.concordance([SAID], "a", width=-1), ValueError, "width: expected an int from 0 to 1000, got -1"),
        (lambda: copydesk.ngrams([SAID], 0), ValueError, "n: expected an int from 1 to 32, got 0"),
        (lambda: copydesk.ngrams([SAID], "2"), ValueError, "n: expected an int from 1 to 32, got '2'"),
        (lambda: copydesk.ngrams([], 99), ValueError, "n: expected an int from 1 to 32, got 99"),
        (lambda: copydesk.clean_text(SAID, templates="x"), InputTypeError, "templates: expected what learn_templates gives, got str"),
        (lambda: copydesk.extract_article(SAID, templates=[]), InputTypeError, "templates: expected what learn_templates"),
        (lambda: copydesk.learn_templates([SAID], site=3), InputTypeError, "site: expected str, got int"),
        (lambda: copydesk.keyness([SAID], [SAID], min_count=-1), ValueError, "min_count: expected an int of at least 0, got -1"),
        (lambda: copydesk.detect_language(SAID, languages=3), InputTypeError, "languages: expected names of languages, got int"),
        (lambda: copydesk.stem_words(["a"], 3), InputTypeError, "language: expected a language by code or name, got int"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_argument_that_cannot_be_is_named_without_a_row(call, error, said):
    with pytest.raises(error) as raised:
        call()
    assert str(raised.value).startswith(said)


def test_stop_words_set_no_outlets_apart_unless_asked_for():
    a, b = ["The mayor and the council said that the bridge was shut."] * 3, ["Mayor, council: bridge shut."] * 3
    assert {"the", "and"} & {row["term"] for row in copydesk.keyness(a, b, remove_stopwords=False)}
    assert not {"the", "and"} & {row["term"] for row in copydesk.keyness(a, b)}
    assert {"the", "and"} & {row["term"] for row in copydesk.keyness(a, b, stem=False)}


def test_limits_are_an_object_of_their_own():
    with pytest.raises(TypeError, match=r"limits: expected copydesk.Limits\(...\) or None, got dict"):
        copydesk.tokenize(SAID, limits={})
