"""The packaged sample and what a reader found in it hold together.

Tests of extraction measure against tests/data/sample-gold.json; these make sure that the gold speaks of the
sample as it stands. They need the standard library alone, and no built wheel.
"""

import importlib.util
import itertools
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "python" / "copydesk" / "samples"
GOLD = json.loads((ROOT / "tests" / "data" / "sample-gold.json").read_text(encoding="utf-8"))


def load_module():
    spec = importlib.util.spec_from_file_location(
        "copydesk_samples", FOLDER / "__init__.py", submodule_search_locations=[str(FOLDER)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


samples = load_module()
REPORTS = {report["name"]: report for report in samples.load()}
PAGES = [name for name, report in REPORTS.items() if report["kind"] == "html"]


class PageText(HTMLParser):
    """The text of a page but scripts and styles, a space wherever a block begins or ends."""

    INLINE = {"a", "b", "i", "em", "font", "span"}

    def __init__(self):
        super().__init__()
        self.parts, self.tags, self.hidden = [], [], 0

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.hidden += tag in ("script", "style")
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def parse(name):
    parser = PageText()
    parser.feed(REPORTS[name]["content"])
    parser.close()
    return parser


def fold(text):
    return re.sub(r"\s+", " ", text.replace("\u00ad", "")).strip()


TEXTS = {name: fold("".join(parse(name).parts) if name in PAGES else REPORTS[name]["content"]) for name in REPORTS}
ARTICLES = {name: " ".join(gold["paragraphs"]) for name, gold in GOLD["documents"].items()}


def resolve(text, content):
    """The spans that (first words, last words) pairs stand for."""
    spans, at = [], 0
    for first, last in content:
        start = text.index(first, at)
        at = text.index(last, start) + len(last)
        assert at >= start + len(first)
        spans.append((start, at))
    return spans


ENTRIES = [(name, entry) for name, gold in GOLD["documents"].items() for entry in gold["attributions"]]
SPANS = {entry["id"]: resolve(ARTICLES[name], entry["content"]) for name, entry in ENTRIES}
each_report = pytest.mark.parametrize("name", list(REPORTS))
each_attribution = pytest.mark.parametrize("name, entry", ENTRIES, ids=[entry["id"] for _, entry in ENTRIES])


def test_paths_are_the_reports_in_the_folder_in_order():
    assert samples.paths() == sorted(path for path in FOLDER.iterdir() if path.suffix in (".html", ".txt"))


def test_load_gives_one_row_a_file():
    reports = samples.load()
    assert [report["name"] for report in reports] == [path.name for path in samples.paths()]
    assert [report["kind"] for report in reports] == ["html", "text", "text", "html", "html"]
    assert [report["language"] for report in reports] == ["en", "en", "en", "de", "pt"]
    assert len({report["outlet"] for report in reports}) == 5
    assert all(re.fullmatch(r"2024-05-1[45]", report["published"]) for report in reports)


def test_gold_and_sample_agree_on_what_the_author_knows():
    assert list(GOLD["documents"]) == list(REPORTS)
    for name, gold in GOLD["documents"].items():
        for field in ("outlet", "language", "published"):
            assert REPORTS[name][field] == gold[field], (name, field)


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_whole_pages(name):
    tags = parse(name).tags
    assert {"html", "head", "title", "meta", "script", "body", "h1", "a", "ul"} <= {tag for tag, _ in tags}
    sites = [attrs["content"] for tag, attrs in tags if tag == "meta" and attrs.get("property") == "og:site_name"]
    assert sites == [REPORTS[name]["outlet"]]


@each_report
def test_paragraphs_stand_in_the_report_in_order(name):
    gold, at = GOLD["documents"][name], 0
    for paragraph in gold["paragraphs"]:
        for tail in gold["tails"]:
            if paragraph + tail[1:] in TEXTS[name]:
                paragraph += tail[1:]
        at = TEXTS[name].index(paragraph, at) + len(paragraph)
    assert gold["first"] in gold["paragraphs"][0]
    assert gold["paragraphs"][-1].endswith(gold["last"])
    assert 350 <= len(ARTICLES[name].split()) <= 700


@each_report
def test_boilerplate_is_in_the_report_and_not_in_the_article(name):
    everything = TEXTS[name] + REPORTS[name]["content"]
    for line in GOLD["documents"][name]["boilerplate"]:
        assert fold(line) in fold(everything), line
        assert fold(line) not in ARTICLES[name], line


@each_report
def test_tails_and_headings_occur(name):
    gold = GOLD["documents"][name]
    assert all(tail in TEXTS[name] and tail not in ARTICLES[name] for tail in gold["tails"])
    assert set(gold["headings"]) <= set(gold["paragraphs"])


@each_report
def test_metadata_stands_in_the_report(name):
    gold, content = GOLD["documents"][name], REPORTS[name]["content"]
    for value in [gold["title"], gold["site"], *gold["authors"]]:
        assert value is None or value in TEXTS[name] + content
    if name == "5_folha-da-enseada.html":
        assert f'CONTENT="{gold["url"]}"' in content
    elif name in PAGES:
        assert f'rel="canonical" href="{gold["url"]}"' in content


@each_attribution
def test_mention_and_cue_stand_near_the_content(name, entry):
    spans = SPANS[entry["id"]]
    around = ARTICLES[name][max(0, spans[0][0] - 150) : spans[-1][1] + 100]
    for mention in entry["mention"]:
        assert mention in around
    for word in entry["cue"].split():
        assert re.search(rf"\b{re.escape(word)}\b", around), word


@each_attribution
def test_kind_agrees_with_the_quotation_marks(name, entry):
    text, spans = ARTICLES[name], SPANS[entry["id"]]
    mark = re.compile("[“„\"«‘]")
    inside = any(mark.search(text[start:end]) for start, end in spans)
    before = [bool(mark.match(text[start - 1])) for start, _ in spans if start]
    expected = {"direct": all(before), "mixed": inside, "indirect": not inside and not any(before)}
    assert expected[entry["kind"]]


@each_attribution
def test_persons_have_their_full_name_from_their_own_document(name, entry):
    assert entry["type"] in {"person", "organisation", "group", "place", "document", "unnamed"}
    if entry["type"] == "person":
        assert " " in entry["speaker"] and entry["speaker"] in ARTICLES[name]


def test_ids_are_unique_and_parents_enclose_their_children():
    assert len(SPANS) == len(ENTRIES)
    for _, entry in ENTRIES:
        if "parent" in entry:
            outer = SPANS[entry["parent"]]
            assert all(any(a <= start and end <= b for a, b in outer) for start, end in SPANS[entry["id"]])


def test_attributions_of_a_document_only_overlap_where_one_is_the_parent():
    for (name, one), (other_name, other) in itertools.combinations(ENTRIES, 2):
        if name == other_name and one.get("parent") != other["id"] and other.get("parent") != one["id"]:
            for (a, b), (c, d) in itertools.product(SPANS[one["id"]], SPANS[other["id"]]):
                assert b <= c or d <= a, (one["id"], other["id"])


def owners(name, words):
    """The attributions of a document in which the words stand."""
    at = ARTICLES[name].index(words)
    return {
        entry["id"]
        for entry in GOLD["documents"][name]["attributions"]
        if any(start <= at and at + len(words) <= end for start, end in SPANS[entry["id"]])
    }


@pytest.mark.parametrize("cluster", list(GOLD["clusters"]))
def test_clusters_join_attributions_of_several_outlets(cluster):
    members = GOLD["clusters"][cluster]
    assert len({name for name, _ in members}) >= 2
    assert all(owners(name, words) for name, words in members)


def test_what_is_exclusive_is_in_no_cluster():
    clustered = set().union(*(owners(name, words) for members in GOLD["clusters"].values() for name, words in members))
    exclusive = set().union(*GOLD["exclusive"].values())
    assert exclusive <= set(SPANS)
    assert not exclusive & clustered


def test_the_same_speakers_differ_in_spelling_only_across_documents():
    speakers = {entry["speaker"] for _, entry in ENTRIES}
    for spellings in GOLD["same_speaker"]:
        assert set(spellings) <= speakers


@pytest.mark.parametrize("case", GOLD["disagreements"], ids=[case["what"] for case in GOLD["disagreements"]])
def test_disagreements_stand_in_the_articles(case):
    assert case["kind"] in {"number", "date", "name"}
    assert len(set(case["values"].values())) >= 2
    for name, words in case["values"].items():
        assert words in ARTICLES[name] or words in GOLD["documents"][name]["title"], (name, words)


def test_one_denial_is_in_two_outlets_and_omitted_by_three():
    denied = GOLD["clusters"]["management did not know of a defect"]
    assert {name for name, _ in denied} == {"1_harbour-gazette.html", "4_nordwarter-tagblatt.html"}
