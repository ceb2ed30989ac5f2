"""The page: one file, no script, hostile text stays text."""

import re
from html.parser import HTMLParser

import pytest
from copydesk import Report, analyze, samples
from copydesk.html.articles import marked
from copydesk.html.parts import Voices, address, escape
from hypothesis import given
from hypothesis import strategies as st

HOSTILE = [
    "</details></main><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<!--",
    "&lt;script&gt;",
    "]]><svg/onload=alert(1)>",
    "\x00\x1b[31m\u202eevil",
]
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """The elements of a page, and whether they are closed in the order in which they were opened."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.ids, self.open, self.shown = set(), [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.shown.append(data)

    @property
    def text(self):
        return "".join(self.shown)


def hostile_report(evil, url):
    text = f"{evil} said {evil}"
    article = {"row": 0, "document": evil, "outlet": evil, "title": evil, "authors": [evil], "url": url, "language": evil}
    article |= {"text": text, "lines": [{"start": 0, "end": 3, "label": evil, "score": 0.5}], "error": evil}
    claims = [
        {
            "row": n,
            "document": evil,
            "outlet": f"{evil}{n}",
            "claim": n,
            "text": evil,
            "spans": [(0, len(evil))],
            "speaker": evil,
            "speaker_key": evil,
            "source_span": (1, 4),
            "kind": evil,
            "act": evil,
            "via": evil,
            "language": evil,
            "cluster": 0,
        }
        for n in range(2)
    ]
    return Report([article, article | {"row": 1}], [], claims)


@pytest.fixture(scope="module")
def sample():
    return Page(analyze(samples.load(), narrator=True).to_html())


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_stays_text_wherever_it_stands(evil):
    source = hostile_report(evil, "javascript:alert(1)").to_html(title=evil)
    page = Page(source)
    assert not page.tags & {"script", "img", "iframe", "object", "form", "link", "base"}
    # The page's own picture is the map of outlets; no other may come with a text.
    pictures = [(name, value) for tag, name, value in page.attributes if tag == "svg"]
    assert {name for name, _ in pictures} <= {"viewbox", "role", "aria-label"} and source.count("<svg") <= 1
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert "javascript:" not in source
    assert not re.search("[\x00-\x08\x1b\u202e]", source)
    if "\x00" not in evil:
        assert page.text.count(evil) > 5


def test_hostile_text_stays_text_in_notebooks():
    report = hostile_report(HOSTILE[0], None)
    for shown in (report._repr_html_(), report.coverage._repr_html_()):
        assert "script" not in Page(shown).tags


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
     "file:///etc/passwd", "//evil.example", "vbscript:x", "http:", "http:///x", "https://a b", "", None, 7, "http://[::1"],
)
def test_only_web_addresses_are_followed(url):
    assert address(url) is None
    assert not [v for tag, name, v in Page(hostile_report("x", url if isinstance(url, str) else None).to_html()).attributes
                if name == "href" and not v.startswith("#")]


def test_web_addresses_are_followed_safely():
    page = Page(hostile_report("x", 'https://herald.example/a?b="c"&d=1').to_html())
    [link] = [v for tag, name, v in page.attributes if name == "href" and not v.startswith("#")][:1]
    assert link == 'https://herald.example/a?b="c"&d=1'
    assert ("a", "rel", "noopener noreferrer nofollow") in page.attributes


def test_the_page_loads_nothing_and_forbids_to(sample):
    policy = [value for tag, name, value in sample.attributes if tag == "meta" and value and "default-src" in value]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert not [name for _, name, _ in sample.attributes if name in ("src", "srcset", "action", "background")]
    assert "script" not in sample.tags
    style = analyze([]).to_html()
    assert "@import" not in style
    assert "url(" not in style


def test_every_inner_link_leads_somewhere_and_ids_are_unique(sample):
    targets = [value[1:] for _, name, value in sample.attributes if name == "href" and value.startswith("#")]
    assert len(targets) > 20
    assert set(targets) <= set(sample.ids)
    assert len(set(sample.ids)) == len(sample.ids)


def test_the_page_shows_articles_whole(sample):
    shown = re.sub(r"\s+", " ", sample.text)
    scraped = [report for report in samples.load() if report["kind"] == "text"]
    for report in scraped:
        # Speakers' numbers stand between the words.
        for line in report["content"].split("\n"):
            for word in line.split()[:3]:
                assert word in shown


def test_a_report_of_nothing_is_a_page():
    page = Page(analyze([]).to_html())
    assert "0 articles" in page.text


def test_the_page_appears_all_at_once(tmp_path):
    (tmp_path / "report.html").write_text("old")
    text = analyze(samples.load()[:1]).to_html(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == text
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    with pytest.raises(FileNotFoundError):
        analyze([]).to_html(tmp_path / "no" / "report.html")


spans = st.tuples(st.integers(-2, 40), st.integers(-2, 40))
claims = st.lists(
    st.fixed_dictionaries({"spans": st.lists(spans, max_size=3), "source_span": st.none() | spans, "speaker": st.sampled_from(["a", "b", None])}),
    max_size=5,
)
lines = st.lists(st.builds(lambda s, label: {"start": s[0], "end": s[1], "label": label}, spans, st.sampled_from(["body", "boilerplate", "heading"])), max_size=4)


@given(st.text(max_size=40), lines, claims)
def test_marking_keeps_the_text_whatever_overlaps(text, lines, claims):
    source = f"<p>{marked(text, lines, list(enumerate(claims)), Voices(claims))}</p>"
    page = Page(source)
    assert Page(re.sub(r"<sup>\d+</sup>", "", source)).text == Page(f"<p>{escape(text)}</p>").text
    assert sorted(page.ids) == sorted(f"c{n}" for n in range(len(claims)))


def test_of_nested_claims_the_inner_one_is_shown():
    claims = [
        (0, {"spans": [(0, 20)], "speaker": "Outer", "kind": "indirect", "act": "say"}),
        (1, {"spans": [(5, 9)], "speaker": "Inner", "kind": "direct", "act": "deny"}),
    ]
    source = marked("He said no one knew.", [], claims, Voices([claim for _, claim in claims]))
    assert 'id="c1" title="Inner denies (direct)">id n<' in source
    assert source.index('id="c0"') < source.index('id="c1"')


def test_pictures_say_in_words_what_they_show(sample):
    assert "The thicker the line" in sample.text and "likely" in sample.text
    labels = [value for tag, name, value in sample.attributes if name == "aria-label"]
    assert any("Harbour Gazette" in label and "Lukas Perrin" in label for label in labels)
