"""What the functions give for a single text: immutable, picklable values that show themselves in a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from ._values import Record


@dataclass(frozen=True, slots=True)
class Language(Record):
    """The language of a text; false where nothing could be said.

    Attributes:
        code: BCP 47, shortest form ("en", "pt", "zh"); None = undetermined.
        script: English name of the main script ("Latin"), or None.
        confidence: probability of `code`, in [0, 1].
        reliable: whether `confidence` is at least 0.9; of the model "whatlang", what that crate says.
        ranking: the likeliest languages as (code, probability), best first; for a single text only.
    """

    code: str | None
    script: str | None
    confidence: float
    reliable: bool
    ranking: tuple[tuple[str, float], ...] | None = None

    def __bool__(self) -> bool:
        return self.code is not None

    def __repr__(self) -> str:
        named = [f"{name}={getattr(self, name)!r}" for name in ("code", "script", "confidence", "reliable")]
        if self.ranking is not None:
            first = ", ".join(map(repr, self.ranking[:3]))
            named.append(f"ranking=({first}{', …' if len(self.ranking) > 3 else ''})")
        return f"Language({', '.join(named)})"


@dataclass(frozen=True, slots=True)
class LanguageSpan(Record):
    """A stretch of a mixed text in one language; offsets are code points."""

    start: int
    end: int
    code: str | None
    confidence: float


class Sentence(NamedTuple):
    """A sentence; offsets are code points, end exclusive."""

    start: int
    end: int


class Token(NamedTuple):
    """A token: offsets in code points, and its kind (word, number, punctuation, symbol, url, email, hashtag, mention)."""

    start: int
    end: int
    kind: str


class TextToken(NamedTuple):
    """A `Token`, and its text with quotation marks, apostrophes and hyphens in plain form."""

    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class TermCount(Record):
    """A stem or word of a text, and how often it occurs."""

    term: str
    count: int


class NGram(NamedTuple):
    """A run of words: offsets in code points, and the words in lower case."""

    start: int
    end: int
    text: str


class Concordance(NamedTuple):
    """A place where a pattern occurs: offsets in code points, and the words before, at and behind it."""

    start: int
    end: int
    left: str
    match: str
    right: str


@dataclass(frozen=True, slots=True)
class Block(Record):
    """A block of an article.

    Attributes:
        start, end: its place in `Article.text`, in code points.
        label: body, heading, title, byline, date, list, quote, table, caption or comment.
        score: how sure it is that it belongs to the article, in [0, 1].
        source_start, source_end: its place in the page, from its first to its last character, in code points; the markup
            and the entities between are inside. Of a page given as bytes, places count in the decoded page.
        level: of headings 1 to 6; of list items how many lists they stand in; else 0.
        ordinal: the number of an item of a numbered list; else 0.
        code: whether white space counts in it.
    """

    start: int
    end: int
    label: str
    score: float
    source_start: int = 0
    source_end: int = 0
    level: int = 0
    ordinal: int = 0
    code: bool = False


@dataclass(frozen=True, slots=True)
class Dropped(Record):
    """A block of a page that is no part of the article: its words, what it is (title, byline, date, caption, table or
    boilerplate), how sure it is that it belongs to the article, and its place in the page as in `Block`."""

    text: str
    label: str
    score: float
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Link(Record):
    """A link in an article: the linked words' place in `Article.text`, and where it leads."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Article(Record):
    """An article out of a page.

    Attributes:
        text: the article, paragraphs parted by a blank line; empty if the page has none.
        title: the headline, without the site's name.
        authors: names.
        published: ISO 8601, as precise as the page gives it.
        modified: as `published`.
        site: the site's name.
        url: canonical address.
        language: BCP 47.
        description: the page's own summary.
        image: address of the main picture.
        blocks: the blocks of `text`, in order.
        confidence: the F1 over words that is expected of `text`, in [0, 1]; 0 where it is empty.
        reason: why `text` is empty, where it is.
        page_type: what the page is taken for: article, forum, product, collection, listing, documentation or service.
        links: the links in `text`, with `links=True`.
        dropped: all other blocks of the page, with `dropped=True`.
        json_ld: the JSON-LD scripts as they stand in the page.
    """

    text: str
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    site: str | None
    url: str | None
    language: str | None
    description: str | None
    image: str | None
    blocks: tuple[Block, ...]
    confidence: float
    reason: str | None
    page_type: str | None = None
    links: tuple[Link, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    json_ld: tuple[str, ...] = ()

    def to_markdown(self) -> str:
        """The article as Markdown: title, headings, lists, quotes, tables and code, and links with `links=True`.

        Signs that would be taken for markup are escaped, so that the words come out as they are.

        >>> from copydesk import extract_article
        >>> page = '''<h1>Ferries</h1><p>The boats *will* sail again on Monday after three weeks of repairs, <a
        ... href="/notice">the port</a> said in a statement, and the first tickets were sold before dawn.</p>'''
        >>> article = extract_article(page, url="https://harbour.example/", links=True)
        >>> print(article.to_markdown()[:60])
        # Ferries
        <BLANKLINE>
        The boats \\*will\\* sail again on Monday after thr
        >>> "[the port](https://harbour.example/notice)" in article.to_markdown()
        True
        """
        from . import _core

        blocks = [(b.start, b.end, b.label, b.level, b.ordinal, b.code) for b in self.blocks]
        links = [(link.start, link.end, link.url) for link in self.links]
        return _core.article_markdown(self.title, self.text, blocks, links)

    def _repr_html_(self) -> str:
        from .display import article_html

        return article_html(self)


@dataclass(frozen=True, slots=True)
class Line(Record):
    """A line, or a piece of one, of a scraped text: its place, its label, the probability that it belongs to the
    article, and the cue that spoke loudest."""

    start: int
    end: int
    label: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class CleanText(Record):
    """A scraped text, cleaned; nothing is lost, all is labelled.

    Attributes:
        text: what remains, paragraphs parted by a blank line.
        lines: all lines of the given text, in order.
        map: pieces of `text` and where they come from: (start, end, source start, source end) in code points.
    """

    text: str
    lines: tuple[Line, ...]
    map: tuple[tuple[int, int, int, int], ...]

    def to_source(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where `text[start:end]` stands in the given text: spans in code points, in order.

        >>> from copydesk import clean_text
        >>> given = "- Advertisement -\\n\\nThe talks about the harbour ended on Monday without a deal, the ministry said."
        >>> clean = clean_text(given)
        >>> [given[start:end] for start, end in clean.to_source(0, 9)]
        ['The talks']
        """
        spans: list[tuple[int, int]] = []
        for piece_start, piece_end, source_start, _ in self.map:
            low, high = max(start, piece_start), min(end, piece_end)
            if low < high:
                shift = source_start - piece_start
                spans.append((low + shift, high + shift))
        return spans

    def _repr_html_(self) -> str:
        from .display import clean_html

        return clean_html(self)


@dataclass(frozen=True, slots=True)
class Attribution(Record):
    """A passage in which somebody says something: a row of the attributions table. Spans are (start, end) in code points.

    Attributes:
        row, document: position of the text in its column, and its label.
        attribution: its number within the text, from 0.
        text: the words that are attributed; those of several spans are joined by " … ".
        kind: direct (in quotation marks), mixed (in part) or indirect.
        spans: where the words stand.
        speaker: who says it, by the fullest name that the text gives; None where nobody is named.
        speaker_key: equal for one speaker in all texts; of persons the family name, which two may share.
        speaker_type: person, organisation, group, place, document or unnamed.
        source, source_span: the words that stand for the speaker here ("she"), and where.
        cue, cue_span: the word that tells that something is said ("said", "according to"), and where.
        act: say, deny, demand, promise, warn, accuse, ask, believe or plan.
        via: whom the words are quoted from ("as quoted by The Guardian").
        parent: number of the attribution that this one stands in.
    """

    row: int
    document: Any
    attribution: int
    text: str
    kind: str
    spans: tuple[tuple[int, int], ...]
    speaker: str | None
    speaker_key: str | None
    speaker_type: str | None
    source: str | None
    source_span: tuple[int, int] | None
    cue: str | None
    cue_span: tuple[int, int] | None
    act: str
    via: str | None
    parent: int | None


@dataclass(frozen=True, slots=True)
class Quantity(Record):
    """A number of a claim: value, upper end of a range, unit, comparator (=, ~, >, <, >=, <=) and place."""

    value: float
    upper: float | None
    unit: str | None
    comparator: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateMention(Record):
    """A date of a claim: ISO 8601 value, precision (minute, day, week, month, quarter, half, season, year, decade) and place."""

    value: str
    precision: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason(Record):
    """A feature of a sentence, and how much it adds to the log odds of being worth a check; negative where it speaks against."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """One clause or sentence that asserts one thing: a row of the claims table. Spans are (start, end) in code points.

    Attributes:
        row, document, outlet: position of the text in its column, its label, and who published it.
        claim: its number within the text, from 0.
        attribution: number of the `Attribution` that it stands in; None for the outlet's own words.
        text, start, end, spans: what is claimed, and where it stands; words of several spans are joined by " … ".
        sentence: the span of the sentence around it.
        speaker, speaker_key, speaker_type, source_span, cue, kind, via, act: as in `Attribution`; `kind` is "narrator" for the
            outlet's own words.
        polarity: affirmed or negated, of what the speaker holds: what is denied is negated, what is not denied affirmed.
        modality: asserted, possible, conditional or required.
        subject, predicate, object: of the main clause, each with its span; None where there is none.
        quantities: its numbers, as `Quantity`.
        dates: its dates, as `DateMention`; relative days count from `published`.
        language: BCP 47.
        checkworthiness: how much it is worth checking, in [0, 1].
        cluster: equal for claims that are the same, once `match_claims` has been over them; None for a claim that one outlet
            alone carries.
    """

    row: int
    document: Any
    outlet: str | None
    claim: int
    attribution: int | None
    text: str
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    sentence: tuple[int, int]
    speaker: str | None
    speaker_key: str | None
    speaker_type: str | None
    source_span: tuple[int, int] | None
    cue: str | None
    kind: str
    via: str | None
    act: str
    polarity: str
    modality: str
    subject: str | None
    subject_span: tuple[int, int] | None
    predicate: str | None
    predicate_span: tuple[int, int] | None
    object: str | None
    object_span: tuple[int, int] | None
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    language: str | None
    checkworthiness: float
    cluster: int | None
