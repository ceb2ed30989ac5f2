"""The whole way: from a frame of pages or scraped texts to who claims what in which outlet."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import _core, _fields, _frames, _masthead
from ._beside import times_of
from ._columns import instance, optional
from ._offsets import Back
from ._pages import is_page
from ._tables import Source
from ._times import moment, readable
from .boilerplate import Templates
from .errors import CopydeskError, InputTypeError
from .limits import Limits
from .report import Report
from .stories import group_stories


@dataclass(slots=True)
class _Document:
    """One row of the caller's on its way."""

    row: int
    label: Any
    kind: str
    given: str | None
    outlet: str | None
    published: str | None
    url: str | None
    text: str = ""
    """What extraction works on."""
    back: Back | None = None
    """The way from `text` back to `given`; None where they are the same."""
    title: str | None = None
    authors: Sequence[str] = ()
    language: str | None = None
    page_type: str | None = None
    lines: list[dict[str, Any]] = field(default_factory=list)
    error: CopydeskError | None = None

    def article(self) -> dict[str, Any]:
        """Its row of the articles table."""
        return {
            "row": self.row,
            "document": self.label,
            "outlet": self.outlet,
            "title": self.title,
            "authors": list(self.authors),
            "published": moment(self.published),
            "url": self.url,
            "language": self.language,
            "text": self.back.source if self.back else self.text,
            "lines": self.lines,
            "page_type": self.page_type,
            "error": None if self.error is None else self.error.message,
        }


def analyze(
    frame: Any,
    *,
    text: str | None = None,
    html: str | None = None,
    outlet: str | None = None,
    site: str | None = None,
    published: str | None = None,
    url: str | None = None,
    id: str | None = None,
    language: Any = "auto",
    narrator: bool = False,
    story: str | None = None,
    stories: bool = False,
    threshold: float | None = None,
    lexicon: Mapping[str, Sequence[str]] | None = None,
    templates: Templates | Mapping[str, Templates] | None = None,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
) -> Report:
    """Finds out who claims what in which outlet, and which claims are the same.

    Args:
        frame: a pandas or polars DataFrame, a `Table`, or a list of dicts, one row per text or page; what `read_reports`
            and `samples.load()` give is taken as it is.
        text: name of the column of scraped texts. Boilerplate in them is marked and skipped. A text that is plainly a
            whole page (it begins with "<!doctype html" or "<html") is taken as a page.
        html: name of the column of pages (str or bytes). With both, a row is a page where it has one. Without both, the
            column `content` is taken (with `kind`, "html" or "text", where there is one), else `text` and `html`.
        outlet, published, url: names of columns; by default those of that name, else of the first other name that
            `read_reports` knows ("publishedAt", "publication"; so it is with contents), and what pages say. A row
            without an outlet has the host of its address for one, else its number, counted from one: "#2"; where that is
            so of half of them, a warning says so. `published`
            is as in `extract_claims`; where nothing tells it, a scraped text's own date line does, if it stands at the
            headline or says that it tells the publication; of a day that is given, page or text may tell the hour. A time
            without its zone counts as one of Greenwich.
        site: name of a column that stands in for the outlet where there is none.
        id: name of the column that names the texts in the column `document`; by default the index of a pandas frame,
            else the column `name`, else the row number.
        language: "auto", or a language for all texts.
        narrator: whether to take the outlets' own sentences for claims, too. Without it they are only compared with the
            claims, and with each other, for conflicts.
        story: name of a column; claims of different stories are never matched.
        stories: whether to sort the articles into stories with `group_stories`, for a mixed heap without such a column.
        threshold, lexicon: as in `match_claims`.
        templates: what recurs on a site's pages, from `learn_templates`: for all texts, or by outlet. Nothing is
            learned from the texts themselves, so that what is found in one never depends on the others.
        threads, progress, limits: as in every column function, see `help(copydesk)`.
        errors: "raise" names the row of the first text that fails; "null" leaves it out; "collect" also says why, in
            the column `error` of the articles.

    Returns:
        A `Report`; its tables are of the kind of `frame`. Offsets are code points into the given text, for pages into
        the extracted article; the column `text` of the articles holds either.

    >>> from copydesk import samples
    >>> report = analyze(samples.load())
    >>> report.coverage.outlets[:2]
    ['The Harbour Gazette', 'Island Courier']
    """
    if errors not in ("raise", "null", "collect"):
        raise ValueError(f"errors: expected 'raise', 'null' or 'collect', got {errors!r}")
    source = Source(frame, "frame")
    if source.kind == "pandas":
        _frames.need_pyarrow()
    documents = _documents(source, text=text, html=html, outlet=outlet, site=site, published=published, url=url, id=id)
    told = "raise" if errors == "raise" else "collect"
    shared = {"threads": threads, "progress": progress, "limits": limits, "errors": told}
    cleaned: list[tuple[_Document, Any]] = []
    for known, some in _by_templates(documents, templates):
        _open_pages([document for document in some if document.kind == "html"], known, shared)
        cleaned += _clean_texts([document for document in some if document.kind == "text"], known, shared)
    _name_outlets(documents, source)
    ready = [document for document in documents if document.error is None and document.text]
    if language == "auto":
        unknown = [document for document in ready if document.language is None]
        for document, found in _answers("detect_language", unknown, [d.text for d in unknown], shared):
            document.language = found.code
    else:
        optional("language", language, str, "\"auto\", None, or one language by code or name")
        code = None if language is None else _core.resolve_language(language)
        for document in ready:
            document.language = code
    _read_mastheads(cleaned)
    attributions, claims = _extract(ready, shared)
    aside: list[dict[str, Any]] = []
    if not narrator:
        claims, aside = _apart(claims)
    if errors == "null":
        for document in documents:
            document.error = None
    articles = [document.article() for document in documents]
    numbers: list[Any] | None = None
    if story is not None:
        numbers = source.column(story)
    elif stories:
        numbers = group_stories(articles)
    by_row = None if numbers is None else {row: None if n is None else str(n) for row, n in enumerate(numbers)}
    report = Report(articles, attributions, claims, kind=source.kind, stories=by_row, aside=aside)
    report.rematch(threshold=threshold, lexicon=lexicon)
    return report


def _documents(source: Source, **names: str | None) -> list[_Document]:
    text, html = names["text"], names["html"]
    missing = [None] * len(source)
    if text is None and html is None:
        text, html = (name if source.has(name) else None for name in ("text", "html"))
    if names["text"] is None and names["html"] is None and source.has("content"):
        contents, kinds = source.column("content"), source.column_or("kind")
    elif text is None and html is None and (other := _fields.column(source.names, "content")):
        contents = source.column(other)
        kinds = source.column_or("kind", "html" if _fields.bare(other) in _fields.PAGES else None)
    else:
        if len(source) and text is None and html is None:
            there = ", ".join(map(repr, source.names)) or "none"
            message = f"name the column of scraped texts as text=, or that of pages as html=; there are {there}"
            raise InputTypeError(message, "frame")
        pages = source.column(html) if html is not None else missing
        texts = source.column(text) if text is not None else missing
        contents = [page if page is not None else other for page, other in zip(pages, texts, strict=True)]
        kinds = ["html" if page is not None else "text" for page in pages]

    def named(argument: str) -> list[Any]:
        name = names[argument]
        return source.column(name) if name is not None else source.column_or(argument)

    def found(argument: str) -> list[Any]:
        if names[argument] is not None or source.has(argument):
            return named(argument)
        other = _fields.column(source.names, argument)
        return missing if other is None else [_fields.words(value, argument, other) for value in source.column(other)]

    # A column of sites stands in for one of outlets.
    sited = names["site"] is not None or source.has("site")
    outlets, sites = named("outlet") if sited else found("outlet"), named("site")
    outlets = [_fields.host(_words(outlet)) or outlet for outlet in outlets]
    urls, labels = found("url"), _labels(source, names["id"])
    times = times_of(found("published"), 3)
    if not any(times) and names["published"] is None and not source.has("published"):
        _point_out_dates(source)
    return [
        _Document(
            row=row,
            label=labels[row],
            kind="html" if kinds[row] == "html" or is_page(contents[row]) else "text",
            given=contents[row],
            outlet=_words(outlets[row]) or _words(sites[row]),
            published=times[row],
            url=_words(urls[row]),
        )
        for row in range(len(source))
    ]


def _name_outlets(documents: list[_Document], source: Source) -> None:
    """Gives documents without an outlet the host of their address, else a number; says so where that is half of them, since a
    report of one outlet a row shows who carries what of nobody."""
    for document in documents:
        document.outlet = document.outlet or _fields.host(document.url)
    unnamed = [document for document in documents if document.outlet is None]
    for document in unnamed:
        document.outlet = f"#{document.row + 1}"
    if len(unnamed) > 1 and 2 * len(unnamed) >= len(documents):
        there = ", ".join(map(repr, source.names))
        if len(unnamed) == len(documents):
            known = "no outlets are known, so that each row counts as one"
        else:
            known = f"no outlet is known of {len(unnamed)} of {len(documents)} rows, so that each of them counts as one"
        message = f"{known}; name their column with outlet=, there are {there}"
        warnings.warn(message, UserWarning, stacklevel=3)


def _point_out_dates(source: Source) -> None:
    """Says which columns look like dates where none is known as that of publication."""
    if len(source) and (unused := _fields.undated({n: source.column(n)[0] for n in source.names if _fields.may_date(n)})):
        warnings.warn(_fields.undated_message(unused), UserWarning, stacklevel=4)


def _labels(source: Source, id: str | None) -> list[Any]:
    if id is not None:
        return source.column(id)
    if source.kind == "pandas":
        return [label.item() if hasattr(label, "item") else label for label in source.table.index]
    return source.column("name") if source.has("name") else list(range(len(source)))


def _timed(given: str | None, stated: str | None) -> str | None:
    """The day that was given, with the time that the page states of it."""
    same = given is not None and stated is not None and len(given) == len("2024-05-14") and stated.startswith(given)
    return stated if same else given or stated


def _words(value: Any) -> str | None:
    return str(value).strip() or None if value is not None else None


def _answers(
    name: str, documents: list[_Document], texts: list[Any], shared: dict[str, Any], **more: Any
) -> list[tuple[_Document, Any]]:
    """Runs a column function; a document that fails keeps its error, and the others come with their answers."""
    import copydesk

    if not documents:
        return []
    try:
        answers = getattr(copydesk, name)(texts, **shared, **more)
    except CopydeskError as error:
        row = None if error.row is None else documents[error.row].row
        raise type(error)(error.message, "frame" if error.argument in ("texts", "html") else error.argument, row) from None
    kept = []
    for document, answer in zip(documents, answers, strict=True):
        if isinstance(answer, CopydeskError):
            document.error = document.error or answer
        elif answer is not None:
            kept.append((document, answer))
    return kept


def _by_templates(
    documents: list[_Document], templates: Templates | Mapping[str, Templates] | None
) -> list[tuple[Templates | None, list[_Document]]]:
    """The documents with the templates that they are read with."""
    if templates is None or isinstance(templates, Templates):
        return [(templates, documents)]
    instance("templates", templates, Mapping, "Templates, or a mapping of outlets to them")
    groups: dict[str | None, list[_Document]] = {}
    for document in documents:
        outlet = document.outlet or _fields.host(document.url)
        groups.setdefault(outlet if outlet in templates else None, []).append(document)
    return [(None if outlet is None else templates[outlet], some) for outlet, some in groups.items()]


def _open_pages(pages: list[_Document], templates: Templates | None, shared: dict[str, Any]) -> None:
    urls = [page.url for page in pages]
    given = [page.given for page in pages]
    for document, article in _answers("extract_article", pages, given, shared, url=urls, templates=templates):
        document.text, document.title, document.authors = article.text, article.title, article.authors
        document.language = article.language
        document.published = _timed(document.published, readable(article.published or ""))
        document.url = document.url or article.url
        document.outlet = document.outlet or article.site
        document.lines = [block.to_dict() for block in article.blocks]
        document.page_type = article.page_type


def _clean_texts(
    texts: list[_Document], templates: Templates | None, shared: dict[str, Any]
) -> list[tuple[_Document, Any]]:
    answers = _answers("clean_text", texts, [text.given for text in texts], shared, templates=templates)
    for document, clean in answers:
        document.text = clean.text
        document.back = Back(document.given or "", clean.map)
        document.lines = [{key: getattr(line, key) for key in ("start", "end", "label", "score")} for line in clean.lines]
    return answers


def _read_mastheads(cleaned: list[tuple[_Document, Any]]) -> None:
    """Headline, authors and time of scraped texts, whose languages are known by now."""
    for document, clean in cleaned:
        given = document.given or ""
        document.title = _masthead.title(given, clean.lines)
        document.authors, time = _masthead.signed(given, clean.lines, document.language)
        document.published = _timed(document.published, time)


def _extract(
    documents: list[_Document], shared: dict[str, Any]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    texts, languages = [document.text for document in documents], [document.language for document in documents]
    attributions = _answers("extract_attributions", documents, texts, shared, language=languages)
    outlets, published = [document.outlet for document in documents], [document.published for document in documents]
    more = {"language": languages, "narrator": True, "outlet": outlets, "published": published}
    claims = _answers("extract_claims", documents, texts, shared, **more)
    return _placed(attributions), _placed(claims)


def _apart(claims: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The claims that somebody makes, numbered as if there were no others, and the outlets' own sentences behind them."""
    said = [claim for claim in claims if claim["kind"] != "narrator"]
    own = [claim for claim in claims if claim["kind"] == "narrator"]
    counts: dict[int, int] = {}
    for claim in (*said, *own):
        claim["claim"] = counts.get(claim["row"], 0)
        counts[claim["row"]] = claim["claim"] + 1
    return said, own


def _placed(answers: list[tuple[_Document, Any]]) -> list[dict[str, Any]]:
    """Rows with the caller's row numbers, labels, outlets and offsets."""
    rows = []
    for document, found in answers:
        for item in found:
            row = {name: getattr(item, name) for name in item.__slots__}
            if document.back is not None:
                row = document.back.row(row)
            place = {"row": document.row, "document": document.label}
            if "outlet" in row:
                place["outlet"] = document.outlet
            rows.append(row | place)
    return rows
