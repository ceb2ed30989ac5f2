"""Under which names records and tables carry what: exports of scrapers, news services and archives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from ._times import readable

FIELDS: dict[str, tuple[str, ...]] = {
    "content": (
        *("content", "html", "raw_html", "content_html", "text", "full_text", "body", "raw_text", "article", "main_text"),
        *("article_text", "article_body", "body_text", "content_text", "story_text", "cleaned_text", "article_html"),
    ),
    "outlet": (
        *("outlet", "source", "publisher", "site", "site_name", "publication", "source_name", "media_name", "outlet_name"),
        *("newspaper", "paper", "source_hostname", "hostname", "domain", "source_domain", "media_url", "source_url"),
    ),
    "published": (
        *("published", "date", "date_publish", "published_at", "date_published", "pub_date", "publish_date", "publication_date"),
        *("published_date", "published_time", "published_on", "publish_time", "web_publication_date", "first_published"),
        *("datetime", "date_time", "seen_date", "timestamp", "created_at", "date_created", "created", "datum", "fecha", "дата"),
    ),
    "url": ("url", "link", "canonical", "canonical_url", "uri", "article_url", "web_url", "page_url", "source_url", "source"),
    "name": ("name", "id", "doc", "title"),
}
"""What goes by which names; case and the signs between words do not count ("publishedAt", "Published At"). Of several that
a record has, the first one counts that has a value."""

PAGES = frozenset(("html", "rawhtml", "contenthtml", "articlehtml"))
"""The names, bare, of contents that are pages."""

LISTS = ("articles", "results", "items", "stories", "documents", "docs", "posts", "news", "entries", "records", "hits", "data")
"""Under which names one JSON object holds many records, and which are looked into for such a list."""

_DATED = ("date", "time", "datum", "fecha", "publish", "posted", "pubdate", "dato", "data", "day", "jour", "giorno")
"""Parts of the names of columns that may hold dates."""


def bare(name: object) -> str:
    """A name without case and signs.

    >>> bare("publishedAt"), bare("published_at"), bare("Source-Hostname")
    ('publishedat', 'publishedat', 'sourcehostname')
    """
    return "".join(char for char in str(name).lower() if char.isalnum())


_BARE = {target: tuple(dict.fromkeys(map(bare, names))) for target, names in FIELDS.items()}


def told(record: Mapping[str, Any], target: str, named: str | None = None) -> tuple[str, Any] | None:
    """The first name, bare, under which a record with bare names tells something, and what: text, or bytes of a content;
    with `named`, under that name alone.

    >>> told({"source": {"id": None, "name": "Herald"}}, "outlet")
    ('source', 'Herald')
    >>> told({"source": "https://herald.example/a/1"}, "url")
    ('source', 'https://herald.example/a/1')
    """
    for name in _BARE[target] if named is None else (named,):
        value = record.get(name)
        if target == "content" and isinstance(value, bytes):
            return name, value
        text = words(value, target, name)
        # Another field may have the name of what this one has the address of.
        if text is not None and not (target == "outlet" and named is None and is_address(text)):
            return name, text
    return None


def words(value: Any, target: str, name: str = "") -> str | None:
    """One value of the field of this name, as text; None for what tells nothing. News services nest the names of sources."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if target == "published" and (moment := _since_1970(value)):
        return moment
    if hasattr(value, "isoformat"):
        value = value.isoformat()
    if not isinstance(value, (str, int)) or isinstance(value, bool) or not str(value).strip():
        return None
    # A field for a source has its name, its address, or that of the article.
    if target == "url" and bare(name) in ("source", "sourceurl") and not _is_article(str(value)):
        return None
    return str(value)


def _since_1970(value: Any) -> str | None:
    """Seconds or milliseconds as ISO 8601, where they are no year and no day ("20240514")."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit():
        value = int(value) if len(value.strip()) in (10, 13) else None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 10**9 <= value < 10**13:
        return None
    seconds = value / 1000 if value >= 10**11 else value
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()


def is_address(text: str) -> bool:
    """Whether a text is a web address."""
    return text.strip().lower().startswith(("http://", "https://"))


def host(url: Any) -> str | None:
    """The host of an address, without "www."; None for what is no address.

    >>> host("https://www.herald.example/a/1"), host("Herald"), host(None)
    ('herald.example', None, None)
    """
    try:
        name = urlsplit(url if isinstance(url, str) else "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def _is_article(text: str) -> bool:
    """Whether a text is the address of a page below a site's first."""
    try:
        return is_address(text) and bool(urlsplit(text).path.strip("/"))
    except ValueError:
        return False


def column(names: Iterable[str], target: str) -> str | None:
    """The column that goes by the first of the names there are for something.

    >>> column(["Headline", "publishedAt", "Body"], "published"), column(["Headline", "Body"], "outlet")
    ('publishedAt', None)
    """
    by_name = {bare(name): name for name in reversed(list(names))}
    return next((by_name[name] for name in _BARE[target] if name in by_name), None)


def may_date(name: object) -> bool:
    """Whether a field may hold dates, by its name."""
    return any(part in bare(name) for part in _DATED)


def unnamed(record: Mapping[str, Any]) -> list[str]:
    """The names of fields that may name an outlet: short texts that are no dates, under names that mean nothing else.

    >>> unnamed({"text": "Talks ended.", "title": "Talks", "zeitungsname": "Der Bote", "day": "2024-05-14", "n": 3})
    ['zeitungsname']
    """
    known = {name for target, names in _BARE.items() if target != "outlet" for name in names}
    short = (str(name) for name, value in record.items() if isinstance(value, str) and 0 < len(value.strip()) < 80)
    return [name for name in short if bare(name) not in known and readable(str(record[name])) is None]


def undated(record: Mapping[str, Any]) -> list[str]:
    """The names of fields that hold dates by name and value, though no known name does.

    >>> undated({"text": "Talks ended.", "scrape_date": "2024-05-14", "update": "none"})
    ['scrape_date']
    """
    found = []
    for name, value in record.items():
        text = words(value, "published") if may_date(name) else None
        if text is not None and len(text) < 80 and readable(text) is not None:
            found.append(str(name))
    return found


def undated_message(names: list[str]) -> str:
    """What to say of such fields."""
    named = ", ".join(map(repr, names[:3]))
    return f"no date of publication is known; {named} looks like one: name it 'published', or say published="


def unnamed_message(names: list[str]) -> str:
    """What to say where records name no outlet."""
    named = ", ".join(map(repr, names[:3]))
    return f"no outlet is known; if {named} names it, call it 'outlet', or say outlet="
