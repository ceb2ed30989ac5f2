"""What each function makes of each kind of input: what is meant is taken, what cannot be meant is refused by name."""

from datetime import UTC, date, datetime

import copydesk
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from copydesk import InputTypeError, Limits

ENGLISH = "The minister said on Tuesday that 40 homes had lost power."
PAGE = (
    "<!doctype html><title>Talks fail</title><article><h1>Talks fail</h1><p>The talks about the harbour ended on Monday without "
    "a deal, the ministry said in a statement.</p></article>"
)
COLUMNS = {
    "checkworthiness_reasons": ("sentences", copydesk.checkworthiness_reasons),
    "clean_text": ("texts", copydesk.clean_text),
    "concordance": ("texts", lambda texts, **more: copydesk.concordance(texts, "the", **more)),
    "detect_language": ("texts", copydesk.detect_language),
    "extract_article": ("html", copydesk.extract_article),
    "extract_attributions": ("texts", copydesk.extract_attributions),
    "extract_claims": ("texts", copydesk.extract_claims),
    "keyness of a": ("a", lambda texts, **more: copydesk.keyness(texts, ["a"], **more)),
    "keyness of b": ("b", lambda texts, **more: copydesk.keyness(["a"], texts, **more)),
    "language_spans": ("texts", copydesk.language_spans),
    "learn_templates": ("texts", lambda texts, **more: copydesk.learn_templates(texts, site="herald.example", **more)),
    "ngrams": ("texts", lambda texts, **more: copydesk.ngrams(texts, 2, **more)),
    "score_checkworthiness": ("sentences", copydesk.score_checkworthiness),
    "split_sentences": ("texts", copydesk.split_sentences),
    "stem": ("texts", copydesk.stem),
    "stem_words": ("words", lambda words, **more: copydesk.stem_words(words, "en", **more)),
    "term_counts": ("texts", copydesk.term_counts),
    "tokenize": ("texts", copydesk.tokenize),
}
FRAMES = {
    "match_claims": ("claims", copydesk.match_claims),
    "group_stories": ("articles", copydesk.group_stories),
    "analyze": ("frame", copydesk.analyze),
    "Coverage": ("claims", copydesk.Coverage),
}
NO_COLUMNS = [None, 3, 2.5, pd.NA, {"text": ENGLISH}, {ENGLISH}, np.array([[ENGLISH]]), np.array([1.5]), pd.Series([1, 2]), pa.array([1])]
TABLES = [
    pd.DataFrame({"text": [ENGLISH]}),
    pl.DataFrame({"text": [ENGLISH]}),
    pa.table({"text": [ENGLISH]}),
    copydesk.Table(pa.table({"text": [ENGLISH]})),
]


@pytest.mark.parametrize("wrong", NO_COLUMNS, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("name", COLUMNS)
def test_what_is_no_column_is_refused_by_the_name_of_its_argument(name, wrong):
    argument, function = COLUMNS[name]
    with pytest.raises(InputTypeError) as caught:
        function(wrong)
    assert (caught.value.argument, caught.value.row) == (argument, None)


@pytest.mark.parametrize("table", TABLES, ids=lambda value: type(value).__module__)
@pytest.mark.parametrize("name", COLUMNS)
def test_of_a_table_one_column_is_asked_for(name, table):
    with pytest.raises(InputTypeError, match=r"pass one column, such as frame\['text'\]"):
        COLUMNS[name][1](table)


@pytest.mark.parametrize("wrong", [3, ["a"], {"text": "a"}, "lone \ud800 surrogate"], ids=repr)
@pytest.mark.parametrize("name", COLUMNS)
def test_a_value_that_is_no_text_is_named_and_never_passed_over(name, wrong):
    argument, function = COLUMNS[name]
    for container in (list, tuple, lambda rows: pd.Series(rows, dtype=object)):
        with pytest.raises(InputTypeError) as caught:
            function(container([ENGLISH, wrong, ENGLISH]))
        assert (caught.value.argument, caught.value.row) == (argument, 1)


@pytest.mark.parametrize("name", COLUMNS)
def test_limits_hold_in_every_function(name):
    argument, function = COLUMNS[name]
    with pytest.raises(copydesk.LimitError) as caught:
        function(["a", ENGLISH], limits=Limits(max_bytes=20))
    assert (caught.value.argument, caught.value.row) == (argument, 1)


@pytest.mark.parametrize("wrong", [None, 3, "text", ["text"], pd.Series(["text"]), pa.array(["text"]), pa.chunked_array([["text"]])])
@pytest.mark.parametrize("name", FRAMES)
def test_what_is_no_table_is_refused_by_the_name_of_its_argument(name, wrong):
    argument, function = FRAMES[name]
    with pytest.raises(InputTypeError) as caught:
        function(wrong)
    assert caught.value.argument == argument


@pytest.mark.parametrize("name", FRAMES)
def test_a_lazy_frame_says_how_to_get_its_rows(name):
    with pytest.raises(InputTypeError, match=r"call \.collect\(\) first"):
        FRAMES[name][1](pl.LazyFrame({"text": [ENGLISH]}))


DAY = datetime(2024, 5, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        *((pa.timestamp(unit), datetime(2024, 5, 14), DAY) for unit in ("s", "ms", "us", "ns")),
        (pa.timestamp("ms", "Europe/Berlin"), DAY, DAY),
        (pa.timestamp("us"), datetime(1969, 12, 31, 23, 59, 59, 999_999), datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)),
        *((kind, date(2024, 5, 14), date(2024, 5, 14)) for kind in (pa.date32(), pa.date64())),
        *((kind, 7, 7) for kind in (pa.int8(), pa.int32(), pa.uint8(), pa.uint64())),
        (pa.float32(), 0.5, 0.5),
        *((kind, b"page", b"page") for kind in (pa.binary(), pa.large_binary(), pa.binary_view())),
        *((kind, [1, 2], [1, 2]) for kind in (pa.large_list(pa.int64()), pa.list_(pa.int32(), 2))),
        *((pa.dictionary(kind, pa.string()), "x", "x") for kind in (pa.int8(), pa.int32(), pa.uint32())),
        *((kind, "x", "x") for kind in (pa.large_string(), pa.string_view())),
    ],
    ids=str,
)
def test_tables_of_every_arrow_type_are_read(kind, value, told):
    table = copydesk.Table(pa.table({"a": pa.array([value, None], kind)}))
    assert table.to_dicts() == [{"a": told}, {"a": None}]
    assert table["a"] == [told, None]


def test_a_polars_column_of_nothing_is_a_column_of_a_table():
    assert copydesk.Table(pl.DataFrame({"a": [None, None], "b": [1, 2]})).to_dicts() == [{"a": None, "b": 1}, {"a": None, "b": 2}]


def test_analyze_takes_arrow_tables_as_readers_of_files_make_them():
    # pyarrow reads days as date32 and numbers as it likes; pages may be bytes.
    frame = pa.table(
        {
            "html": [PAGE.encode(), None],
            "text": [None, ENGLISH],
            "outlet": pa.array(["Herald", "Courier"]).dictionary_encode(),
            "published": pa.array([date(2024, 5, 14), None]),
            "words": pa.array([1, 2], pa.int16()),
        }
    )
    report = copydesk.analyze(frame)
    assert report.articles["title"][0] == "Talks fail"
    assert report.articles["published"] == [DAY, None]
    assert report.articles["outlet"] == ["Herald", "Courier"]


def test_a_label_for_each_text_in_every_container():
    texts = [ENGLISH, None, ENGLISH]
    for labels in (["x", "y", "z"], pd.Series(["x", "y", "z"]), pl.Series(["x", "y", "z"]), pa.array(["x", "y", "z"]), np.array(["x", "y", "z"])):
        found = copydesk.extract_claims(texts, language="en", id=labels)
        assert [claim.document for claims in found if claims for claim in claims] == ["x", "z"]
        assert {type(claim.document) for claims in found if claims for claim in claims} == {str}
        for column in (pd.Series(texts), pl.Series(texts), pa.array(texts)):
            assert list(copydesk.extract_claims(column, language="en", id=labels)["document"]) == ["x", "z"]
    assert copydesk.extract_claims(ENGLISH, language="en", id="a.txt")[0].document == "a.txt"


@pytest.mark.parametrize("column", [[ENGLISH] * 3, pd.Series([ENGLISH] * 3), pl.Series([ENGLISH] * 3), pa.array([ENGLISH] * 3)], ids=lambda c: type(c).__module__)
def test_labels_that_cannot_be_are_refused(column):
    for few in (["x"], ["x"] * 4, pd.Series(["x"])):
        with pytest.raises(ValueError, match=f"id: expected a label for each of 3 texts, got {len(few)}"):
            copydesk.extract_claims(column, language="en", id=few)
    for wrong in ("xyz", 3, {"a": "x"}, pd.DataFrame({"a": ["x"] * 3})):
        with pytest.raises(InputTypeError, match="id: expected a column of labels"):
            copydesk.extract_claims(column, language="en", id=wrong)
    if isinstance(column, (pl.Series, pa.Array)):
        with pytest.raises(InputTypeError, match="id: expected labels of one type"):
            copydesk.extract_claims(column, language="en", id=["x", 1, None])


def test_one_dict_may_have_what_another_lacks():
    rows = [{"text": ENGLISH}, {"text": ENGLISH, "outlet": "Herald"}, {"outlet": "Courier"}]
    assert [row["outlet"] for row in copydesk.analyze(rows).article_rows] == ["#1", "Herald", "Courier"]
    matched = copydesk.match_claims([{"text": "40 homes lost power"}, {"text": "40 homes had lost power", "outlet": "Herald"}])
    assert [row["cluster"] for row in matched] == [0, 0]


def test_names_of_columns_may_be_numbers_but_not_twice_the_same():
    frame = pd.DataFrame({"text": [ENGLISH], "outlet": ["Herald"], 0: [1]})
    assert len(copydesk.analyze(frame).articles) == 1
    with pytest.raises(InputTypeError, match="frame: several columns have the name 'text'"):
        copydesk.analyze(pd.DataFrame([[ENGLISH, ENGLISH, "Herald"]], columns=["text", "text", "outlet"]))


def test_outlets_that_no_column_tells_are_pointed_out():
    frame = pd.DataFrame({"text": [ENGLISH] * 2, "zeitung": ["Herald", "Courier"]})
    with pytest.warns(UserWarning, match="no outlets are known, .* name their column with outlet=, there are 'text', 'zeitung'") as caught:
        found = copydesk.analyze(frame)
    assert [warning.filename for warning in caught] == [__file__]
    assert found.articles["outlet"].tolist() == ["#1", "#2"]
    assert copydesk.analyze(frame, outlet="zeitung").articles["outlet"].tolist() == ["Herald", "Courier"]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: copydesk.analyze([{"text": ENGLISH}], outlet="paper"), "frame: there is no column 'paper'; there are text"),
        (lambda: copydesk.match_claims([{"text": ENGLISH}], outlet="paper"), "claims: there is no column 'paper'"),
        (lambda: copydesk.Coverage([{"text": ENGLISH, "cluster": 0}], outlet="paper"), "claims: there is no column 'paper'"),
        (lambda: copydesk.group_stories([{"text": ENGLISH}], title="headline"), "articles: there is no column 'headline'"),
        (lambda: copydesk.group_stories([{"text": ENGLISH}], published="day"), "articles: there is no column 'day'"),
        (lambda: copydesk.group_stories([{"text": ENGLISH}], language="lang"), "articles: there is no column 'lang'"),
        (lambda: copydesk.Coverage([{"outlet": "Herald", "cluster": 0}]), "claims: there is no column 'text'"),
        (lambda: copydesk.Coverage([{"text": "a", "outlet": "A", "cluster": "x"}]), "claims, row 0: expected the number of a cluster, got 'x'"),
        (lambda: copydesk.match_claims([{"text": "a"}, {"text": "b", "speaker": 3}]), "claims, row 1: expected speaker to be str, got int"),
        (lambda: copydesk.match_claims([{"text": "a", "start": "x"}]), "claims, row 0: expected start to be a place in the text, got 'x'"),
        (lambda: copydesk.match_claims([{"text": "a"}], story=3), "story: expected the name of a column, or a column, got int"),
        (lambda: copydesk.match_claims([{"text": "a"}], lexicon=["a"]), "lexicon: expected words with their translations, got list"),
        (lambda: copydesk.match_claims([{"text": "a"}], lexicon={"a": 3}), "lexicon: expected words with their translations, got 'a': 3"),
        (lambda: copydesk.match_claims([{"text": "a", "dates": 3}]), "claims, row 0: expected dates to be a list of dicts or objects, got 3"),
        (lambda: copydesk.match_claims([{"text": "a", "quantities": [3]}]), "claims, row 0: expected quantities to be a list of dicts"),
        (lambda: copydesk.match_claims([{"text": "a \ud800"}]), "claims: expected str, got str with a lone surrogate"),
        (lambda: copydesk.tokenize(["a"], limits=3), "limits: expected copydesk.Limits(...) or None, got int"),
        (lambda: copydesk.analyze([{"text": "a", "outlet": "A"}], language=["en"]), 'language: expected "auto", None, or one language'),
        (lambda: copydesk.stem(["a"], join=3), "join: expected str or None, got int"),
        (lambda: copydesk.extract_claims(["a"], model="x"), "model: expected what train_attribution gives, got str"),
        (lambda: copydesk.extract_claims(["a"], published=20240514), "published: expected ISO 8601"),
        (lambda: copydesk.read_reports(None), "paths: expected a path or several, got NoneType"),
        (lambda: copydesk.read_reports(3), "paths: expected a path or several, got int"),
        (lambda: copydesk.train_attribution(None), "rows: expected dicts with text and attributions, got NoneType"),
        (lambda: copydesk.Table(3), "data: expected a table that exports Arrow data, got int"),
        (lambda: copydesk.Table(pa.array([1])), "data: expected a table that exports Arrow data, got Int64Array"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_argument_that_cannot_be_meant_is_named(call, said):
    with pytest.raises(InputTypeError) as caught:
        call()
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("span", [(-1, 2), (3, 1), (0, 99)])
def test_spans_outside_their_text_are_no_training_data(span):
    rows = [{"text": "Ruiz said no.", "attributions": [{"source": [(0, 4)], "cue": [(5, 9)], "content": [span]}]}]
    with pytest.raises(InputTypeError, match="rows, row 0: .* is no span of a text of 13 code points"):
        copydesk.train_attribution(rows)


def test_places_are_whole_numbers_whatever_a_frame_made_of_them():
    claims = copydesk.extract_claims(pd.Series([ENGLISH] * 2), language="en", outlet=["Herald", "Courier"])
    for start in (claims["start"].astype(float), claims["start"].astype(object), pd.Series([np.nan] * 2)):
        matched = copydesk.match_claims(claims.assign(start=start))
        assert matched["cluster"].tolist() == [0, 0]
        assert len(copydesk.Coverage(matched).conflicts()) == 0


def test_a_word_may_have_one_translation_or_several():
    claims = [
        {"outlet": "Herald", "language": "en", "text": "the weir at Tessel was breached by the spring tide"},
        {"outlet": "Bote", "language": "de", "text": "die Springflut durchbrach das Wehr in Tessel"},
    ]
    lexicon = {"weir": "wehr", "breached": "durchbrach", "spring": "springflut", "tide": "springflut"}
    several = {word: [other] for word, other in lexicon.items()}
    assert copydesk.match_claims(claims, lexicon=lexicon) == copydesk.match_claims(claims, lexicon=several)
    assert [claim["cluster"] for claim in copydesk.match_claims(claims, lexicon=lexicon)] == [0, 0]


@pytest.mark.parametrize("wrong", [0, -1, True, 1.5, "2", 10**30])
def test_numbers_out_of_bounds_name_their_argument(wrong):
    with pytest.raises(ValueError, match="threads: expected an int from 1 to 65536"):
        copydesk.tokenize([ENGLISH], threads=wrong)
    with pytest.raises(ValueError, match="max_bytes: expected an int from 1 to"):
        Limits(max_bytes=wrong)
    with pytest.raises(ValueError, match="rounds: expected an int from 1 to 1000"):
        copydesk.train_attribution([], rounds=wrong)
    assert len(copydesk.tokenize([ENGLISH], threads=np.int64(2))) == 1
