"""Tokens: places that fit the text, and the checker that `make check-offsets` runs over the data."""

import importlib.util
from pathlib import Path
from types import ModuleType

import copydesk
import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def checker() -> ModuleType:
    path = Path(__file__).parents[2] / "benches" / "offsets.py"
    spec = importlib.util.spec_from_file_location("offsets", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# The apostrophe of "sóʼ" is a letter in Unicode, the one of "o‛zbek" is a mark: both are told as ' in the plain form.
MARKED = [
    "Yerkik sóʼ, c’hwezh, o‛zbek: “co\u00adop” 'n' „ja‟…",
    "``Ha'' said ‹he›, 1’000\u202f000 non\u2011starter´s",
    "",
    "👩‍🚀 \r\n\x00 e\u0301 ʼʼ ʼn",
]


def test_letters_that_serve_as_apostrophes_are_no_fault(checker):
    tokens, wrong = checker.faults(MARKED)
    assert tokens > 20
    assert wrong == []
    assert [token.text for token in copydesk.tokenize("sóʼ ʻokina", text=True)] == ["só'", "ʻokina"]


def test_the_checker_finds_what_is_wrong(checker, monkeypatch):
    tokenize = copydesk.tokenize

    def shifted(column, **options):
        table = tokenize(column, **options).to_arrow()
        ends = [end + 1 if row == 1 else end for row, end in enumerate(table["end"].to_pylist())]
        return table.set_column(table.column_names.index("end"), "end", [ends])

    def renamed(column, **options):
        table = tokenize(column, **options).to_arrow()
        words = ["tälks" if word == "talks" else word for word in table["text"].to_pylist()]
        return table.set_column(table.column_names.index("text"), "text", [words])

    texts = ["No talks, said ‘Ann’."]
    assert checker.faults(texts)[1] == []
    for broken in (shifted, renamed):
        monkeypatch.setattr(copydesk, "tokenize", broken)
        assert len(checker.faults(texts)[1]) == 1


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80), max_size=4))
def test_places_fit_any_text(checker, texts):
    assert checker.faults(texts)[1] == []


def test_no_token_is_empty_in_plain_form():
    for text in ("a \u00ad b", "\u2060", "\u200d x", "\ufe0f", "\u00ad\u00ad"):
        assert [token.text for token in copydesk.tokenize(text, text=True)] == text.translate(INVISIBLE).split()


INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u2060\u200d\ufe0f"))
