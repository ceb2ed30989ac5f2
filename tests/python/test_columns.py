"""Every kind of container goes in, the same kind comes out, and a bad row never costs the good ones."""

import pickle

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import copydesk
import copydesk.pandas
import copydesk.polars
from copydesk import InputTypeError

ENGLISH = "The minister said on Monday that the talks had ended without a deal."
GERMAN = "Die Gespräche über den Haushalt endeten am Montag ohne Ergebnis."
TEXTS = [ENGLISH, None, GERMAN]

PANDAS = [
    pd.Series(TEXTS),
    pd.Series(TEXTS, dtype=object),
    pd.Series([ENGLISH, np.nan, GERMAN], dtype=object),
    pd.Series([ENGLISH, pd.NA, GERMAN], dtype="string[python]"),
    pd.Series(TEXTS, dtype="category"),
    pd.Series(TEXTS, dtype=pd.ArrowDtype(pa.large_string())),
    pd.Series(TEXTS, index=[4, 4, 9], name="copy"),
    pd.Series(TEXTS, index=pd.MultiIndex.from_tuples([("a", 1), ("a", 1), ("b", 2)])),
]


@pytest.mark.parametrize("series", PANDAS, ids=lambda s: f"{s.dtype}-{s.index.nlevels}")
def test_pandas_series_of_every_kind(series):
    frame = copydesk.detect_language(series)
    assert isinstance(frame, pd.DataFrame)
    assert frame.index.equals(series.index)
    assert [None if pd.isna(code) else code for code in frame["code"]] == ["en", None, "de"]
    assert str(frame["reliable"].dtype) == "boolean"
    assert frame["confidence"].isna().tolist() == [False, True, False]


@pytest.mark.parametrize("series", PANDAS, ids=lambda s: f"{s.dtype}-{s.index.nlevels}")
def test_pandas_long_tables_carry_the_callers_labels(series):
    frame = copydesk.split_sentences(series)
    assert frame.columns[:2].tolist() == ["row", "document"]
    assert frame["row"].tolist() == [0, 2]
    assert frame["document"].tolist() == [series.index[0], series.index[2]]
    assert str(frame["start"].dtype) == "Int64"
    labelled = copydesk.split_sentences(series, id=["x", "y", "z"])
    assert labelled["document"].tolist() == ["x", "z"]


@pytest.mark.parametrize(
    "series",
    [pl.Series("t", TEXTS), pl.Series("t", TEXTS, dtype=pl.Categorical), pl.Series("t", TEXTS, dtype=pl.Enum([ENGLISH, GERMAN]))],
    ids=str,
)
def test_polars_series(series):
    frame = copydesk.detect_language(series)
    assert isinstance(frame, pl.DataFrame)
    assert frame["code"].to_list() == ["en", None, "de"]
    long = copydesk.split_sentences(series, id=pl.Series(["x", "y", "z"]))
    assert long["document"].to_list() == ["x", "z"]


ARROW = [
    pa.array(TEXTS),
    pa.array(TEXTS, pa.large_string()),
    pa.array(TEXTS, pa.string_view()),
    pa.array(TEXTS).dictionary_encode(),
    pa.array(["cut off", *TEXTS])[1:],
    pa.chunked_array([TEXTS[:1], [], TEXTS[1:]]),
]


@pytest.mark.parametrize("array", ARROW, ids=lambda a: f"{type(a).__name__}-{a.type}")
def test_arrow_data_of_every_layout(array):
    table = copydesk.detect_language(array)
    assert isinstance(table, copydesk.Table)
    assert table["code"] == ["en", None, "de"]
    assert table.to_arrow().num_rows == table.to_polars().height == len(table.to_pandas()) == 3
    assert pickle.loads(pickle.dumps(table)) == table


def test_table_itself_is_arrow_data():
    tokens = copydesk.tokenize(pa.array(TEXTS))
    again = copydesk.Table(pa.table(tokens))
    assert again.to_dicts() == tokens.to_dicts()
    assert again.column_names == ["row", "document", "start", "end", "kind"]


@pytest.mark.parametrize(
    "nothing",
    [pd.Series([None, None]), pd.Series([None, None], dtype="str"), pl.Series([None, None]), pa.nulls(2), [None, None]],
    ids=lambda v: type(v).__module__ + type(v).__name__,
)
def test_columns_of_nothing_but_nulls(nothing):
    assert len(copydesk.detect_language(nothing)) == 2
    long = copydesk.tokenize(nothing)
    assert long == [None, None] if isinstance(nothing, list) else len(long) == 0


@pytest.mark.parametrize("empty", [pd.Series([], dtype="str"), pl.Series([], dtype=pl.String), pa.array([], pa.string()), []], ids=str)
def test_empty_columns(empty):
    assert len(copydesk.detect_language(empty)) == len(copydesk.tokenize(empty)) == 0


def test_lists_and_single_texts_give_objects():
    found = copydesk.detect_language(TEXTS)
    assert [language and language.code for language in found] == ["en", None, "de"]
    assert copydesk.detect_language(tuple(TEXTS)) == found
    one = copydesk.detect_language(GERMAN)
    assert one.code == "de" and one.ranking[0][0] == "de" and one.to_dict()["script"] == "Latin"
    assert pickle.loads(pickle.dumps(one)) == one
    rows = copydesk.tokenize(ENGLISH)
    assert pickle.loads(pickle.dumps(rows)) == rows
    assert "<table>" in rows._repr_html_()
    with pytest.raises(AttributeError):
        one.code = "fr"


BAD = ["fine text here", 3, None, "lone \ud800 surrogate", b"bytes"]


@pytest.mark.parametrize("container", [list, tuple, lambda rows: pd.Series(rows, dtype=object)], ids=["list", "tuple", "pandas"])
def test_a_bad_row_is_named(container):
    with pytest.raises(InputTypeError, match=r"texts, row 1: expected str or None, got int") as caught:
        copydesk.tokenize(container(BAD))
    assert (caught.value.row, caught.value.argument) == (1, "texts")
    assert isinstance(caught.value, TypeError)
    with pytest.raises(InputTypeError, match="row 1: .*surrogate"):
        copydesk.tokenize(container(["x", "\udfff"]))
    assert pickle.loads(pickle.dumps(caught.value)).row == 1


def test_bad_rows_as_nulls_and_collected():
    as_null = copydesk.detect_language(pd.Series(BAD), errors="null")
    assert as_null["confidence"].notna().tolist() == [True, False, False, False, False]
    collected = copydesk.tokenize(pd.Series(BAD, index=list("abcde")), errors="collect")
    failed = collected[collected["error"].notna()]
    assert failed["document"].tolist() == ["b", "d", "e"]
    assert collected["document"].tolist().count("a") == 3
    objects = copydesk.tokenize(BAD, errors="collect")
    assert len(objects[0]) == 3 and objects[2] is None
    assert "surrogate" in str(objects[3]) and objects[3].row == 3
    assert copydesk.tokenize(BAD, errors="null")[1] is None


def test_limits_hold_for_the_row_that_breaks_them():
    texts = ["short", "x" * 2000]
    with pytest.raises(copydesk.LimitError, match="row 1: the text has 2000 bytes"):
        copydesk.tokenize(texts, limits=copydesk.Limits(max_bytes=100))
    assert copydesk.tokenize(texts, limits=copydesk.Limits(max_bytes=100), errors="null")[0] is not None


@pytest.mark.parametrize("wrong", [3, None, {"a": 1}, pd.Series([1, 2]), pd.DataFrame({"t": TEXTS}), b"page", pa.array([1.5])], ids=lambda v: type(v).__name__)
def test_what_is_no_column_of_texts_is_refused(wrong):
    with pytest.raises(InputTypeError, match="texts: expected"):
        copydesk.tokenize(wrong)


def test_options_are_checked():
    for keyword in ({"threads": 0}, {"threads": "two"}, {"errors": "ignore"}):
        with pytest.raises(ValueError, match=next(iter(keyword))):
            copydesk.tokenize(["a"], **keyword)


def test_unknown_languages_list_the_nearest():
    with pytest.raises(copydesk.UnsupportedLanguageError, match=r"German \(de\)"):
        copydesk.detect_language("x", languages=["germn"])
    with pytest.raises(copydesk.UnsupportedLanguageError):
        copydesk.split_sentences(TEXTS, language="klingonese")
    assert copydesk.detect_language(GERMAN, languages=["nld", "German"]).code == "de"


def test_a_language_for_each_row():
    texts = pd.Series([ENGLISH, GERMAN])
    one_each = copydesk.split_sentences(texts, language=pd.Series(["en", None]))
    assert one_each["row"].tolist() == copydesk.split_sentences(texts)["row"].tolist()


def test_progress_counts_every_text(capsys):
    copydesk.tokenize([ENGLISH] * 5000, progress=True)
    assert "5000/5000" in capsys.readouterr().err


def test_accessor_and_namespace():
    assert pd.Series(TEXTS).copydesk.detect_language()["code"].tolist()[0] == "en"
    assert pl.Series(TEXTS).copydesk.tokenize()["row"].n_unique() == 2


def test_threads_do_not_change_answers():
    texts = pa.array([ENGLISH, GERMAN, None, "", "«Non», a-t-il dit."] * 3000)
    assert copydesk.tokenize(texts, threads=1) == copydesk.tokenize(texts, threads=3)


@given(st.text(max_size=300))
def test_offsets_are_code_points(text):
    tokens = copydesk.tokenize(text.encode("utf-8", "replace").decode())
    ends = [(token.start, token.end) for token in tokens]
    assert all(text[start:end].strip() for start, end in ends)
    assert all(a[1] <= b[0] for a, b in zip(ends, ends[1:], strict=False))


def test_a_page_in_place_of_a_text_is_pointed_out_once():
    page = " \n<!DOCTYPE html><html><body><p>Talks ended.</p></body></html>"
    texts = ["Talks ended.", page, page]
    for call in (copydesk.clean_text, copydesk.extract_claims, copydesk.extract_attributions):
        for column in (texts, pd.Series(texts), pl.Series(texts), pa.array(texts)):
            with pytest.warns(UserWarning, match="row 1 looks like an HTML page; use extract_article") as caught:
                call(column)
            assert [warning.filename for warning in caught] == [__file__]


@pytest.mark.parametrize("nothing", [np.nan, pd.NA, pd.NaT, float("nan"), np.float32("nan").item()], ids=repr)
def test_whatever_stands_for_nothing_is_missing(nothing):
    found = copydesk.detect_language([ENGLISH, nothing])
    assert [language and language.code for language in found] == ["en", None]
    assert copydesk.extract_claims([ENGLISH, nothing], outlet=["Herald", nothing])[1] is None


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([np.nan, np.nan]),
        pd.Series([pd.NaT, pd.NaT]),
        pd.Series([pd.NA, pd.NA], dtype="Int64"),
        pl.Series([None], dtype=pl.Float64),
    ],
    ids=lambda column: str(column.dtype),
)
def test_a_column_of_nothing_is_one_of_missing_texts_whatever_its_type(column):
    frame = copydesk.detect_language(column)
    assert len(frame) == len(column)
    assert len(copydesk.extract_claims(column)) == 0


def test_arrays_are_taken_as_lists():
    for dtype in (object, str):
        found = copydesk.detect_language(np.array([ENGLISH, GERMAN], dtype=dtype))
        assert isinstance(found, list)
        assert [language.code for language in found] == ["en", "de"]
    with pytest.raises(InputTypeError, match="numpy.ndarray"):
        copydesk.tokenize(np.array([1, 2]))


def test_what_is_no_column_is_named_with_the_way_out():
    for frame, module in ((pd.DataFrame({"text": TEXTS}), "pandas"), (pl.DataFrame({"text": TEXTS}), "polars")):
        with pytest.raises(InputTypeError, match=rf"got a {module}.DataFrame; pass one column, such as frame\['text'\]"):
            copydesk.extract_claims(frame)
    with pytest.raises(InputTypeError, match=r"got set; pass list\(...\) of it"):
        copydesk.tokenize({"a"})
    with pytest.raises(InputTypeError, match=r"got generator; pass list\(...\) of it"):
        copydesk.tokenize(text for text in "a")


def test_going_through_a_table_gives_its_rows():
    table = copydesk.extract_claims(pa.array(['Ruiz said: "The bridge in Tessel is safe."']))
    assert [row["speaker"] for row in table] == table["speaker"]
    assert len(list(table)) == len(table) > 0
