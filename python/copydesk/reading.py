"""Reports out of files: text, pages, records (JSON, tables, Parquet), WARC, each of them compressed or not."""

from __future__ import annotations

import errno
import glob
import gzip
import io
import os
import warnings
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast

from . import _core, _fields, _tables, _warc
from ._decoding import decode_page, decode_text, decoded
from ._pages import is_page
from ._records import records
from .errors import CopydeskError, InputTypeError
from .limits import Limits
from .table import Table

__all__ = ["Failure", "ReadWarning", "Reports", "read_reports"]

_KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".warc": "warc",
}


class ReadWarning(UserWarning):
    """A file, or a record of one, was skipped."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What was skipped, and why."""

    path: str
    reason: str


@dataclass(slots=True)
class Reports:
    """What `read_reports` found, as rows, and what it skipped."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notes: list[Failure] = field(default_factory=list)
    """Of what was read, what may have been meant otherwise."""

    def table(self) -> Table:
        """The rows as a table: name, path, kind, content, outlet, published, url."""
        return Table(_tables.of_rows("files", self.rows))


def read_reports(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    text: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
) -> Table:
    """Reads reports from files and folders.

    Args:
        paths: a path or several, or patterns such as "pages/*.html"; of a folder, all files beneath it that have one of the
            endings below, by name.
        text, outlet, published: the fields of records that hold these, where they go by other names than those below.
        encoding: what files are in that do not say so themselves and are no UTF-8, such as "windows-1251"; by default their
            bytes tell. It is not believed where they make no sense in it.
        limits: a `Limits` object; larger files are skipped, and larger records of a WARC file.

    Files are .txt, .html, .json, .jsonl, .csv, .parquet and .warc, all also as .gz and, with pyarrow, as .zst. Text is
    UTF-8, UTF-16, or else what its bytes make likely, in the West Windows-1252; pages are in the encoding that they, or their
    server, name. Of records (JSON, also a list inside an object, as news services answer; JSON lines; the rows of a table)
    these fields are taken, the first that has a value, whatever their case and the signs between their words:

    - content: content, html, raw_html, content_html, text, full_text, body, raw_text, article, main_text, article_text,
      article_body, body_text, content_text, story_text, cleaned_text, article_html
    - outlet: outlet, source (or its name), publisher, site, site_name, publication, source_name, media_name, outlet_name,
      newspaper, paper, source_hostname, hostname, domain, source_domain, media_url, source_url
    - published: published, date, date_publish, published_at, date_published, pub_date, publish_date, publication_date,
      published_date, published_time, published_on, publish_time, web_publication_date, first_published, datetime, date_time,
      seen_date, timestamp, created_at, date_created, created, datum, fecha, дата; also as seconds since 1970
    - url: url, link, canonical, canonical_url, uri, article_url, web_url, page_url; source_url and source if they are the
      address of an article
    - name: name, id, doc, title

    Returns:
        A `Table` of name, path, kind ("text" or "html"), content, outlet (from the record; the host of its address; of a
        text the name of its file, unless one file holds them all; else null, and `analyze` takes what the page says), published
        and url. `analyze` takes the
        table as it is. Names are unique: a record without one is named by its file and line ("m.jsonl#2"), files of one
        name by the folders in which they differ ("a/index.txt"), and so are outlets named after files.

    Raises:
        FileNotFoundError: the one path that was given does not exist.
        InputTypeError: what was given is a frame or a mapping, whose names are no paths.

    A file that cannot be read is skipped with a `ReadWarning` that names it; so is a record without content. Records with
    dates, or what may be outlets, under no known name are pointed out once, with a `UserWarning`.

    >>> from copydesk import samples
    >>> reports = read_reports(samples.paths())
    >>> reports["kind"]
    ['html', 'text', 'text', 'html', 'html']
    """
    if isinstance(paths, Mapping) or hasattr(paths, "columns"):
        raise InputTypeError(f"paths: a {type(paths).__name__} holds no paths; give a path, a folder, or a list of them")
    if isinstance(paths, str | os.PathLike) and not glob.has_magic(str(paths)) and not Path(paths).exists():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(paths))
    fields = {"content": text, "outlet": outlet, "published": published}
    found = collect(paths, fields=fields, encoding=encoding, limits=limits)
    for failure in found.failures:
        warnings.warn(f"{failure.path}: {failure.reason}", ReadWarning, stacklevel=2)
    for reason in dict.fromkeys(note.reason for note in found.notes):
        first, *others = [note.path for note in found.notes if note.reason == reason]
        more = f" and {len(others)} more" if others else ""
        warnings.warn(f"{first}{more}: {reason}", UserWarning, stacklevel=2)
    return found.table()


def collect(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    fields: Mapping[str, str | None] | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
) -> Reports:
    """As `read_reports`, with what was skipped as a list; `fields` are the names of fields by what they hold."""
    bounds = limits or Limits()
    if encoding is not None:
        _core.check_encoding(encoding)
    named = {target: _fields.bare(name) for target, name in (fields or {}).items() if name is not None}
    found = Reports()
    for path in _files(paths, found):
        before = len(found.rows)
        try:
            for row in _read(path, bounds, found, encoding, named):
                found.rows.append(row)
        except (OSError, EOFError, ValueError, zlib.error, ImportError, CopydeskError) as error:
            found.failures.append(Failure(str(path), _reason(error)))
        else:
            if len(found.rows) == before and not any(failure.path == str(path) for failure in found.failures):
                found.failures.append(Failure(str(path), "there is no report in it"))
    tell_apart(found.rows)
    return found


def tell_apart(rows: list[dict[str, Any]]) -> None:
    """Names are unique; texts without an outlet get the name of their file, unless one file holds them all; files of one name
    are not one outlet: they get the part of the path that tells them apart."""
    # A page names its site better than its file does; `analyze` reads it.
    unnamed = [row for row in rows if row["outlet"] is None and row["kind"] == "text"]
    if len(unnamed) == 1 or len({row["path"] for row in unnamed}) > 1:
        for row in unnamed:
            row["outlet"] = _stem(Path(row["path"]))
    paths: dict[str, set[str]] = {}
    for row in rows:
        paths.setdefault(Path(row["path"]).name, set()).add(row["path"])
    for row in rows:
        path = Path(row["path"])
        if len(same := paths[path.name]) > 1:
            folder = _beneath(path.parent, [Path(other).parent for other in same])
            for column, known in (("name", path.name), ("outlet", _stem(path))):
                if (row[column] or "").partition("#")[0] == known:
                    row[column] = (folder / row[column]).as_posix()
    seen: dict[str, int] = {}
    taken = {row["name"] for row in rows}
    for row in rows:
        name = row["name"]
        seen[name] = seen.get(name, 0) + 1
        if seen[name] == 1:
            continue
        while f"{name}#{seen[name]}" in taken:
            seen[name] += 1
        row["name"] = f"{name}#{seen[name]}"
        taken.add(row["name"])


def _beneath(folder: Path, folders: list[Path]) -> Path:
    """The folder, relative to the one that all have in common."""
    try:
        return folder.absolute().relative_to(os.path.commonpath([other.absolute() for other in folders]))
    except ValueError:  # They stand on different drives.
        return folder


def _files(paths: Any, found: Reports) -> Iterator[Path]:
    if isinstance(paths, (str, os.PathLike)):
        paths = [paths]
    if isinstance(paths, bytes) or not isinstance(paths, Iterable):
        raise InputTypeError(f"expected a path or several, got {type(paths).__name__}", "paths")
    for position, given in enumerate(paths):
        if not isinstance(given, (str, os.PathLike)):
            raise InputTypeError(f"expected a path, got {type(given).__name__}", "paths", position)
        path = Path(given)
        if not path.is_dir():
            yield from _matches(path)
            continue
        beneath = sorted(file for file in path.rglob("*") if file.is_file() and _kind(file) is not None)
        if not beneath:
            found.failures.append(Failure(str(path), "there is no file beneath it that can be read"))
        yield from beneath


def _matches(path: Path) -> list[Path]:
    """The path, or what it matches as a pattern where there is no such file."""
    if path.exists() or not glob.has_magic(str(path)):
        return [path]
    return [Path(match) for match in sorted(glob.glob(str(path), recursive=True)) if Path(match).is_file()] or [path]


def _kind(path: Path) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] in (".gz", ".zst"):
        suffixes.pop()
    return _KINDS.get(suffixes[-1]) if suffixes else None


def _read(
    path: Path, limits: Limits, found: Reports, encoding: str | None, named: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    kind = _kind(path)
    if kind is None and path.exists():
        raise ValueError("expected a file of .txt, .html, .json, .jsonl, .csv, .parquet or .warc, plain, .gz or .zst")
    with _opened(path) as file:
        if kind == "warc":
            yield from _from_warc(path, file, limits, found)
            return
        data = file.read(limits.max_bytes + 1)
        if len(data) > limits.max_bytes:
            raise ValueError(f"it is larger than {limits.max_bytes:,} bytes (max_bytes)")
        if kind not in ("text", "html"):
            yield from _from_records(path, str(kind), data, found, encoding, named)
        else:
            content = decoded(data, str(kind), encoding)
            if content.strip():
                yield _row(path, str(kind), content)


def _opened(path: Path) -> IO[bytes]:
    ending = path.suffix.lower()
    if ending == ".gz":
        return cast(IO[bytes], gzip.open(path, "rb"))
    if ending == ".zst":
        try:
            import pyarrow
        except ImportError:
            raise ImportError(".zst files need pyarrow: pip install 'copydesk[pandas]'") from None
        return io.BufferedReader(pyarrow.input_stream(str(path), compression="zstd"))
    return open(path, "rb")


def _stem(path: Path) -> str:
    stem = path.name
    for suffix in reversed(path.suffixes):
        if suffix.lower() in (".gz", ".zst", *_KINDS):
            stem = stem.removesuffix(suffix)
    return stem


def _row(path: Path, kind: str, content: str, **known: Any) -> dict[str, Any]:
    url = known.get("url")
    return {
        "name": known.get("name") or path.name,
        "path": str(path),
        "kind": kind,
        "content": content,
        "outlet": known.get("outlet") or _fields.host(url),
        "published": known.get("published"),
        "url": url,
    }


def _from_warc(path: Path, file: IO[bytes], limits: Limits, found: Reports) -> Iterator[dict[str, Any]]:
    number = 0
    try:
        for number, page in enumerate(_warc.pages(file, max_bytes=limits.max_bytes), 1):
            kind = "text" if page.media_type == "text/plain" else "html"
            content = decode_page(page.body, page.charset)
            if content.strip():
                yield _row(path, kind, content, url=page.url, name=page.url or f"{path.name}#{number}")
    except (_warc.WarcError, OSError, EOFError, zlib.error) as error:
        # Crawls break off; what came before is whole.
        found.failures.append(Failure(str(path), f"after {number} pages: {_reason(error)}"))


def _from_records(
    path: Path, kind: str, data: bytes, found: Reports, encoding: str | None, named: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    unread: list[str] = []
    rows: list[dict[str, Any]] = []
    unused: dict[str, list[str]] = {"published": [], "outlet": []}
    for number, place, record in records(kind, data if kind == "parquet" else decode_text(data, encoding)):
        row = _from_record(path, number, record, named) if record is not None else None
        if row is not None and record is not None:
            rows.append(row)
            unused["published"] = unused["published"] or _fields.undated(record)
            unused["outlet"] = unused["outlet"] or _fields.unnamed(record)
        else:
            unread.append(f"{place}: {'no content' if record is not None else 'no JSON'}")
    if len(unread) > 1 and not rows:
        fields = named["content"] if "content" in named else f"one of the fields {', '.join(_fields.FIELDS['content'])}"
        unread = [f"none of its {len(unread)} records has {fields}"]
    found.failures.extend(Failure(str(path), reason) for reason in unread)
    for target, name in named.items():
        if target != "content" and rows and not any(row[target] is not None for row in rows):
            unused[target] = []
            found.notes.append(Failure(str(path), f"none of its {len(rows)} records has {name}, which {target}= names"))
    # A page may say itself where it stands and when it appeared.
    texts = any(row["kind"] == "text" for row in rows)
    for target, tell in (("published", _fields.undated_message), ("outlet", _fields.unnamed_message)):
        if unused[target] and (texts or target == "published") and all(row[target] is None for row in rows):
            found.notes.append(Failure(str(path), tell(unused[target])))
    yield from rows


def _from_record(path: Path, number: int, record: dict[str, Any], named: Mapping[str, str]) -> dict[str, Any] | None:
    fields = {_fields.bare(name): value for name, value in record.items()}
    told = {target: _fields.told(fields, target, named.get(target)) for target in _fields.FIELDS}
    if told["content"] is None:
        return None
    field, content = told["content"]
    if isinstance(content, bytes):
        content = decode_page(content)
        if not content.strip():
            return None
    kind = fields.get("kind")
    if kind not in ("text", "html"):
        kind = "html" if field in _fields.PAGES or is_page(content) else "text"
    known = {target: found[1] for target, found in told.items() if found is not None and target != "content"}
    known.setdefault("outlet", _fields.host(next(filter(None, map(fields.get, ("source", "sourceurl", "mediaurl"))), None)))
    known.setdefault("name", f"{path.name}#{number}")
    return _row(path, kind, content, **known)


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
