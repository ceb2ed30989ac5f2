"""Stems from every container: the same answers whatever way they take."""

import math

import copydesk
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from copydesk import InputTypeError, Limits
from hypothesis import given
from hypothesis import strategies as st

WORDS = ["ministers", "", "negotiating", "été", "переговоры", "x" * 200, "don't", "war", "ministers"]
TEXTS = [
    "The ministers’ talks FAILED; 3 talks. #Talks at https://a.example",
    "",
    None,
    "Die Straße, die STRASSE – „Verhandlungen“!",
    "Переговоры в Москве, переговоры",
    "talks " * 5000,
]


def test_words_of_a_list_are_those_of_a_column():
    for language in ("en", "ru", "porter"):
        column = copydesk.stem_words(pd.Series(WORDS), language).tolist()
        assert copydesk.stem_words(WORDS, language) == column
        assert copydesk.stem_words(tuple(WORDS), language) == column
        assert [copydesk.stem_words(word, language) for word in WORDS] == column


def test_missing_words_stay_missing():
    assert copydesk.stem_words(["talks", None], "en") == ["talk", None]
    assert copydesk.stem_words(["talks", math.nan, pd.NA, pd.NaT], "en") == ["talk", None, None, None]
    assert copydesk.stem_words([], "en") == []


def test_what_is_no_word_is_named_by_its_row():
    with pytest.raises(InputTypeError, match=r"words, row 1: .* got int"):
        copydesk.stem_words(["talks", 3], "en")
    with pytest.raises(InputTypeError, match=r"words, row 1: .*lone surrogate"):
        copydesk.stem_words(["talks", "\ud800"], "en")
    with pytest.raises(copydesk.LimitError, match="row 1"):
        copydesk.stem_words(["talks", "minister"], "en", limits=Limits(max_bytes=6))
    with pytest.raises(ValueError, match="threads"):
        copydesk.stem_words(["talks"], "en", threads=0)


def test_an_unknown_language_costs_its_row_alone():
    assert copydesk.stem(["cats", "dogs"], language=["en", "xx"], errors="null") == [["cat"], None]
    with pytest.raises(copydesk.UnsupportedLanguageError, match='row 1: unknown language "xx"'):
        copydesk.extract_claims(["It rained.", "It rained."], language=["en", "xx"])
    with pytest.raises(copydesk.UnsupportedLanguageError, match='no stemmer for language "xx"'):
        copydesk.stem(["cats"], language="xx", errors="null")


@given(st.lists(st.one_of(st.none(), st.text(max_size=30)), max_size=40))
def test_any_list_of_words_has_one_stem_each(words):
    stems = copydesk.stem_words(words, "de", errors="null")
    assert len(stems) == len(words)
    encodable = [word for word in words if word is not None and not any("\ud800" <= c <= "\udfff" for c in word)]
    assert [stem for stem in stems if stem is not None] == [copydesk.stem_words(word, "de") for word in encodable]


@pytest.mark.parametrize("language", ["en", "auto", ["en", "en", None, "de", "ru", "en"]], ids=str)
def test_texts_of_every_container_have_the_same_stems(language):
    lists = copydesk.stem(TEXTS, language=language)
    assert lists[0][:4] == ["the", "minist", "talk", "fail"] and lists[1:3] == [[], None]
    assert copydesk.stem(pd.Series(TEXTS), language=language).tolist() == lists
    assert copydesk.stem(pl.Series(TEXTS), language=language).to_list() == lists
    assert copydesk.stem(pa.array(TEXTS), language=language).to_arrow()["stems"].to_pylist() == lists
    joined = copydesk.stem(TEXTS, language=language, join=" ")
    assert joined == [None if stems is None else " ".join(stems) for stems in lists]
    assert copydesk.stem(pd.Series(TEXTS), language=language, errors="collect")["stems"].tolist() == lists
    if isinstance(language, str):
        assert [copydesk.stem(text, language=language) for text in TEXTS if text is not None] == [s for s in lists if s is not None]


def test_codes_go_with_their_rows():
    stems = copydesk.stem(["the talks", "die Verhandlungen", "les négociations"], language=["en", "de", "fr"], remove_stopwords=True)
    assert stems == [["talk"], ["verhandl"], ["négoci"]]


def test_a_column_of_one_code_is_a_column():
    assert copydesk.stem(["\u5317\u7ea6"], language=["zh"]) == [["\u5317", "\u7ea6"]]
    assert copydesk.stem("the talks", language=["en"]) == ["the", "talk"]
    with pytest.raises(copydesk.UnsupportedLanguageError):
        copydesk.stem(["\u5317\u7ea6"], language="zh")


def test_a_row_that_fails_leaves_the_others_whole():
    texts = ["the talks", "x" * 50, None, "talks again", 3, "war"]
    limits = Limits(max_bytes=40)
    expected = [["the", "talk"], None, None, ["talk", "again"], None, ["war"]]
    series = pd.Series(texts, index=range(5, 11), name="body")
    found = copydesk.stem(series, language="en", errors="null", limits=limits)
    assert found.tolist() == expected and found.index.equals(series.index) and found.name == "body"
    assert copydesk.stem(series, language="en", errors="collect", limits=limits)["stems"].tolist() == expected
    assert copydesk.stem(texts, language="en", errors="null", limits=limits) == expected
    with pytest.raises(copydesk.LimitError, match="row 1"):
        copydesk.stem(series, language="en", limits=limits)


def test_threads_and_many_blocks_change_nothing():
    texts = [f"Ministers number {i} negotiated on topic {i % 7}, bridge{i}" for i in range(40_000)]
    one = copydesk.stem(pd.Series(texts), language="en", threads=1)
    assert one.tolist() == copydesk.stem(pl.Series(texts), language="en", threads=3).to_list()
    for threads in (2, 3, None):
        assert copydesk.stem(texts, language="en", threads=threads) == one.tolist()
    assert one.iloc[39_999] == ["minist", "number", "negoti", "on", "topic", "bridge39999"]


def test_lists_hold_one_object_a_stem():
    first, second = copydesk.stem(pd.Series(["the talks", "talks again"]), language="en")
    assert first[1] is second[0]


def test_texts_with_missing_values_of_frames_in_a_list():
    found = copydesk.tokenize(["a b", math.nan, None, pd.NA])
    assert [None if tokens is None else len(tokens) for tokens in found] == [2, None, None, None]
    assert copydesk.split_sentences(np.array(["No. It is over.", None], dtype=object))[1] is None


@given(st.text(max_size=200))
def test_tokens_lie_in_order_and_lose_no_letter(text):
    if any("\ud800" <= c <= "\udfff" for c in text):
        return
    end = 0
    for token, with_text in zip(copydesk.tokenize(text), copydesk.tokenize(text, text=True), strict=True):
        assert tuple(token) == tuple(with_text)[:3]
        assert end <= token.start < token.end <= len(text)
        assert not any(c.isascii() and c.isalnum() for c in text[end : token.start])
        assert with_text.text
        end = token.end
    assert not any(c.isascii() and c.isalnum() for c in text[end:])


def test_marks_are_plain_but_offsets_true():
    text = "„Ja“, it’s ‘so’ — co\xadoperate"
    tokens = copydesk.tokenize(text, text=True)
    assert [token.text for token in tokens] == ['"', "Ja", '"', ",", "it's", "'", "so", "'", "—", "cooperate"]
    assert [text[t.start : t.end] for t in tokens if t.text == '"'] == ["„", "“"]
    frame = copydesk.tokenize(pd.Series([text, None]), text=True)
    assert frame["text"].tolist() == [token.text for token in tokens]
