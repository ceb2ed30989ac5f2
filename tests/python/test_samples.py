"""The packaged sample and what a reader found in it hold together.

Tests of extraction measure against the gold; these make sure that the gold speaks of the sample as it stands. They need
the standard library alone, and no built wheel.
"""

import importlib.util
import itertools
import re
import sys
from html.parser import HTMLParser

import pytest
from sample_gold import DOCUMENTS, GOLD, ROOT, article, attributions, clusters, find, owners, spans

FOLDER = ROOT / "python" / "copydesk" / "samples"


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
SCRAPED = [name for name, report in REPORTS.items() if report["kind"] == "text"]
ENTRIES = [(name, entry) for name, gold in DOCUMENTS.items() for entry in gold["attributions"]]

each_report = pytest.mark.parametrize("name", list(REPORTS))
each_attribution = pytest.mark.parametrize("name, entry", ENTRIES, ids=[entry["id"] for _, entry in ENTRIES])


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
    assert list(DOCUMENTS) == list(REPORTS)
    for name, gold in DOCUMENTS.items():
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
    gold, at = DOCUMENTS[name], 0
    for paragraph in gold["paragraphs"]:
        for tail in gold["tails"]:
            if paragraph + tail[1:] in TEXTS[name]:
                paragraph += tail[1:]
        at = TEXTS[name].index(paragraph, at) + len(paragraph)
    assert gold["first"] in gold["paragraphs"][0]
    assert gold["paragraphs"][-1].endswith(gold["last"])
    assert 350 <= len(article(name).split()) <= 700


@each_report
def test_boilerplate_is_in_the_report_and_not_in_the_article(name):
    everything = fold(TEXTS[name] + " " + REPORTS[name]["content"])
    for line in DOCUMENTS[name]["boilerplate"]:
        assert fold(line) in everything, line
        assert fold(line) not in fold(article(name)), line


@each_report
def test_tails_and_headings_occur(name):
    gold = DOCUMENTS[name]
    assert all(tail in TEXTS[name] and tail not in article(name) for tail in gold["tails"])
    assert set(gold["headings"]) <= set(gold["paragraphs"])


@each_report
def test_metadata_stands_in_the_report(name):
    gold, content = DOCUMENTS[name], REPORTS[name]["content"]
    for value in [gold["title"], gold["site"], *gold["authors"]]:
        assert value is None or value in TEXTS[name] + content
    if name in PAGES:
        assert re.search(f'(rel="canonical" href|"og:url" CONTENT)="{re.escape(gold["url"])}"', content)


@each_attribution
def test_mention_and_cue_stand_near_the_content(name, entry):
    text = article(name)
    content = spans(name, entry, text)
    around = text[max(0, content[0][0] - 150) : content[-1][1] + 100]
    for mention in entry["mention"]:
        assert mention in around
    for word in entry["cue"].split():
        assert re.search(rf"\b{re.escape(word)}\b", around), word


@each_attribution
def test_kind_agrees_with_the_quotation_marks(name, entry):
    text = article(name)
    content = spans(name, entry, text)
    mark = re.compile("[“„\"«‘]")
    inside = any(mark.search(text[start:end]) for start, end in content)
    before = [bool(mark.match(text[start - 1])) for start, _ in content if start]
    expected = {"direct": all(before), "mixed": inside, "indirect": not inside and not any(before)}
    assert expected[entry["kind"]]


@each_attribution
def test_persons_have_their_full_name_from_their_own_document(name, entry):
    assert entry["type"] in {"person", "organisation", "group", "place", "document", "unnamed"}
    if entry["type"] == "person":
        assert " " in entry["speaker"] and entry["speaker"] in article(name)


@pytest.mark.parametrize("name", SCRAPED)
def test_scraped_text_and_gold_article_resolve_to_the_same_words(name):
    raw = REPORTS[name]["content"]
    for here, there in zip(attributions(name, raw), attributions(name, article(name)), strict=True):
        words = [fold(raw[start:end]) for start, end in here["content"]]
        assert words == [fold(article(name)[start:end]) for start, end in there["content"]]


def test_ids_are_unique():
    assert len({entry["id"] for _, entry in ENTRIES}) == len(ENTRIES)


@each_report
def test_attributions_overlap_where_one_is_the_parent_and_nowhere_else(name):
    for one, other in itertools.combinations(attributions(name, article(name)), 2):
        pairs = list(itertools.product(one["content"], other["content"]))
        if other["id"] == one.get("parent") or one["id"] == other.get("parent"):
            outer, inner = (one, other) if other.get("parent") else (other, one)
            assert all(any(a <= c and d <= b for a, b in outer["content"]) for c, d in inner["content"])
        else:
            assert all(b <= c or d <= a for (a, b), (c, d) in pairs), (one["id"], other["id"])


@pytest.mark.parametrize("claim", list(GOLD["clusters"]))
def test_clusters_join_attributions_of_several_outlets(claim):
    members = GOLD["clusters"][claim]
    assert len({name for name, _ in members}) >= 2
    assert all(owners(name, words) for name, words in members)


def test_what_is_exclusive_is_in_no_cluster():
    clustered = set(itertools.chain.from_iterable(clusters().values()))
    exclusive = set(itertools.chain.from_iterable(GOLD["exclusive"].values()))
    assert exclusive <= {entry["id"] for _, entry in ENTRIES}
    assert not exclusive & clustered


def test_spellings_of_one_speaker_are_speakers():
    speakers = {entry["speaker"] for _, entry in ENTRIES}
    for spellings in GOLD["same_speaker"]:
        assert set(spellings) <= speakers


@pytest.mark.parametrize("case", GOLD["disagreements"], ids=[case["what"] for case in GOLD["disagreements"]])
def test_disagreements_stand_in_the_articles(case):
    assert case["kind"] in {"number", "date", "name"}
    assert len(set(case["values"].values())) >= 2
    for name, words in case["values"].items():
        find(article(name), words)


def test_one_denial_is_in_two_outlets_and_omitted_by_three():
    denied = GOLD["clusters"]["management did not know of a defect"]
    assert {name for name, _ in denied} == {"1_harbour-gazette.html", "4_nordwarter-tagblatt.html"}
