"""Pages out of WARC files (ISO 28500, WARC/1.0 and 1.1): the responses that hold HTML or text."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

_MOST_HEADER = 64 << 10
"""Bytes of a header block; what is longer is no header."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A response: its address, when it was fetched, what the server called it, its body."""

    url: str | None
    fetched: str | None
    media_type: str
    charset: str | None
    body: bytes


class WarcError(ValueError):
    """The file is no WARC file from here on."""


def pages(file: IO[bytes], *, max_bytes: int) -> Iterator[Page]:
    """The successful responses of a decompressed WARC file, in order.

    Raises:
        WarcError: the file breaks off inside a record, or what follows is no record; pages before it were yielded.
    """
    while True:
        version = file.readline(_MOST_HEADER)
        if not version:
            return
        if not version.strip():
            continue
        if not version.startswith(b"WARC/"):
            raise WarcError("what follows is no WARC record")
        headers = _headers(file)
        length = headers.get("content-length", "")
        if not length.isascii() or not length.isdigit():
            raise WarcError("a record without a length")
        if headers.get("warc-type") not in ("response", "resource") or int(length) > max_bytes:
            _skip(file, int(length))
            continue
        block = file.read(int(length))
        if len(block) < int(length):
            raise WarcError("the file breaks off inside a record")
        page = _page(headers, block)
        if page is not None:
            yield page


def _headers(file: IO[bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for _ in range(1000):
        line = file.readline(_MOST_HEADER)
        if not line:
            raise WarcError("the file breaks off inside a record")
        if not line.strip():
            return found
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    raise WarcError("a record with too many headers")


def _skip(file: IO[bytes], length: int) -> None:
    while length > 0:
        read = len(file.read(min(length, 1 << 20)))
        if not read:
            raise WarcError("the file breaks off inside a record")
        length -= read


def _page(headers: dict[str, str], block: bytes) -> Page | None:
    url = headers.get("warc-target-uri", "").strip("<>") or None
    kind, body = headers.get("content-type", ""), block
    if headers["warc-type"] == "response":
        head, blank, body = block.partition(b"\r\n\r\n")
        if not blank:
            head, blank, body = block.partition(b"\n\n")
        lines = head.decode("latin-1").splitlines()
        if not lines or not blank or len(status := lines[0].split()) < 2 or not status[1].startswith("2"):
            return None
        http = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        kind = http.get("content-type", "text/html")
        if "chunked" in http.get("transfer-encoding", "").lower():
            body = _joined(body)
        unpacked = _unpacked(body, http.get("content-encoding", "").lower())
        if unpacked is None:
            return None
        body = unpacked
    media_type = kind.partition(";")[0].strip().lower()
    if media_type not in ("text/html", "application/xhtml+xml", "text/plain"):
        return None
    charset = _CHARSET.search(kind)
    return Page(url, headers.get("warc-date"), media_type, charset and charset[1], body)


def _joined(body: bytes) -> bytes:
    """A chunked body in one piece; as it stands where it is not chunked after all, as some crawlers write it."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\n", at)
        size = body[at:end].partition(b";")[0].strip() if end >= 0 else b""
        if not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            return b"".join(parts) if parts else body
        length = int(size, 16)
        if length == 0:
            return b"".join(parts)
        parts.append(body[end + 1 : end + 1 + length])
        at = end + 1 + length
        while body[at : at + 1] in (b"\r", b"\n"):
            at += 1


def _unpacked(body: bytes, encoding: str) -> bytes | None:
    """The body decompressed; None where that fails. Crawlers often keep the header after they decompressed."""
    if encoding in ("", "identity"):
        return body
    if encoding in ("gzip", "x-gzip"):
        if not body.startswith(b"\x1f\x8b"):
            return body
        try:
            return gzip.decompress(body)
        except (OSError, EOFError, zlib.error):
            return None
    if encoding == "deflate":
        for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
            try:
                return zlib.decompress(body, bits)
            except zlib.error:
                continue
    return body if body.lstrip().startswith(b"<") else None
