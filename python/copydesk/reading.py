"""Reports out of files: text, pages, records (JSON, tables, Parquet), WARC, each of them compressed or not."""

from __future__ import annotations

import glob
import gzip
import io
import os
import re
import warnings
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import urlsplit

from . import _core, _tables, _warc
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
_FIELDS = {
    "content": ("content", "html", "text", "body", "raw_text", "article", "maintext"),
    "outlet": ("outlet", "source", "publisher", "site", "site_name", "domain", "newspaper"),
    "published": ("published", "date", "date_publish", "published_at", "datepublished", "pubdate", "timestamp"),
    "url": ("url", "link", "canonical", "uri"),
    "name": ("name", "id", "doc", "title"),
}
"""Under which names, in small letters, records carry what; the first one that is there counts."""


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

    def table(self) -> Table:
        """The rows as a table: name, path, kind, content, outlet, published, url."""
        return Table(_tables.of_rows("files", self.rows))


def read_reports(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], *, limits: Limits | None = None) -> Table:
    """Reads reports from files and folders.

    Args:
        paths: a path or several, or patterns such as "pages/*.html"; of a folder, all files beneath it that have one of the
            endings below, by name.
        limits: a `Limits` object; larger files are skipped, and larger records of a WARC file.

    Files are .txt, .html, .json, .jsonl, .csv, .parquet and .warc, all also as .gz and, with pyarrow, as .zst. Text is
    UTF-8, UTF-16 with its mark, else Windows-1252; pages are in the encoding that they, or their server, name. Of records
    (JSON, JSON lines, the rows of a table), `content` (or `html`, `text`), `outlet`, `published` and `url` are taken, by
    these names or frequent others, in any case.

    Returns:
        A `Table` of name, path, kind ("text" or "html"), content, outlet (from the record; the host of its address; the
        name of a text file; else null, and `analyze` takes what the page says), published and url. `analyze` takes the
        table as it is. Names are unique: a record without one is named by its file and line ("m.jsonl#2"), files of one
        name by the folders in which they differ ("a/index.txt"), and so are outlets named after files.

    A file that cannot be read is skipped with a `ReadWarning` that names it; so is a record without content.

    >>> from copydesk import samples
    >>> reports = read_reports(samples.paths())
    >>> reports["kind"]
    ['html', 'text', 'text', 'html', 'html']
    """
    found = collect(paths, limits=limits)
    for failure in found.failures:
        warnings.warn(f"{failure.path}: {failure.reason}", ReadWarning, stacklevel=2)
    return found.table()


def collect(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], *, limits: Limits | None = None
) -> Reports:
    """As `read_reports`, with what was skipped as a list."""
    bounds = limits or Limits()
    found = Reports()
    for path in _files(paths, found):
        before = len(found.rows)
        try:
            for row in _read(path, bounds, found):
                found.rows.append(row)
        except (OSError, EOFError, ValueError, zlib.error, ImportError, CopydeskError) as error:
            found.failures.append(Failure(str(path), _reason(error)))
        else:
            if len(found.rows) == before and not any(failure.path == str(path) for failure in found.failures):
                found.failures.append(Failure(str(path), "there is no report in it"))
    tell_apart(found.rows)
    return found


def tell_apart(rows: list[dict[str, Any]]) -> None:
    """Names are unique, and files of one name are not one outlet: they get the part of the path that tells them apart."""
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


def _read(path: Path, limits: Limits, found: Reports) -> Iterator[dict[str, Any]]:
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
            yield from _from_records(path, str(kind), data, found)
        else:
            content = decode_page(data) if kind == "html" else decode_text(data)
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


def decode_text(data: bytes) -> str:
    """Text of a file: what its byte order mark says, else UTF-8, else Windows-1252."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def decode_page(data: bytes, charset: str | None = None) -> str:
    """A page: what its byte order mark, its server or the page itself says, else by statistics."""
    try:
        return _core.decode_page(data, charset)
    except CopydeskError:
        # A server may name what nobody knows.
        return _core.decode_page(data, None)


def _stem(path: Path) -> str:
    stem = path.name
    for suffix in reversed(path.suffixes):
        if suffix.lower() in (".gz", ".zst", *_KINDS):
            stem = stem.removesuffix(suffix)
    return stem


def _row(path: Path, kind: str, content: str, **known: Any) -> dict[str, Any]:
    url = known.get("url")
    # A page names its site better than its file does; `analyze` reads it.
    outlet = known.get("outlet") or _host(url) or (_stem(path) if kind == "text" else None)
    return {
        "name": known.get("name") or path.name,
        "path": str(path),
        "kind": kind,
        "content": content,
        "outlet": outlet,
        "published": known.get("published"),
        "url": url,
    }


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


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


def _from_records(path: Path, kind: str, data: bytes, found: Reports) -> Iterator[dict[str, Any]]:
    unread, some = [], False
    for number, place, record in records(kind, data if kind == "parquet" else decode_text(data)):
        row = _from_record(path, number, record) if record is not None else None
        if row is not None:
            some = True
            yield row
        else:
            unread.append(f"{place}: {'no content' if record is not None else 'no JSON'}")
    if len(unread) > 1 and not some:
        unread = [f"none of its {len(unread)} records has one of the fields {', '.join(_FIELDS['content'])}"]
    found.failures.extend(Failure(str(path), reason) for reason in unread)


def _from_record(path: Path, number: int, record: dict[str, Any]) -> dict[str, Any] | None:
    known: dict[str, str] = {}
    fields = {str(name).lower(): value for name, value in record.items()}
    page = False
    for target, names in _FIELDS.items():
        for name in names:
            value: Any = fields.get(name)
            if isinstance(value, bytes) and target == "content":
                value = decode_page(value)
            elif hasattr(value, "isoformat"):
                value = value.isoformat()
            if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
                known[target] = str(value)
                page |= name == "html"
                break
    content = known.pop("content", None)
    if content is None:
        return None
    kind = fields.get("kind")
    if kind not in ("text", "html"):
        kind = "html" if page or is_page(content) else "text"
    known.setdefault("name", f"{path.name}#{number}")
    return _row(path, kind, content, **known)


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
