"""Whether `text[start:end]` is the token, for every token of every text below a folder: `make check-offsets`.

    python benches/offsets.py [FOLDER]          default $COPYDESK_DATA, else ../shared/data

Every file is read as text, unpacked where it is packed (.gz, .tar.xz), and JSON is taken apart into its strings. Of each
text the tokens must lie in it, in order, none empty; no letter or digit may stand between them; and `text[start:end]`, its marks
written plainly by the table here, must be what the core took for the token. Fails where one does not.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

import copydesk

BATCH = 8 << 20
# The plain form of marks, as `tokenize` documents it; written anew here, so that the core is not checked by itself.
PLAIN = str.maketrans(
    dict.fromkeys("“”„‟«»「」『』〝〞〟＂", '"')
    | dict.fromkeys("‘’‚‛‹›`´′ʼ＇", "'")
    | dict.fromkeys("\u2010\u2011", "-")
    | dict.fromkeys("\u00ad\u2060")
)


def plain(token: str) -> str:
    return '"' if token in ("''", "``") else token.translate(PLAIN)


def raw(path: Path) -> Iterator[bytes]:
    """The files in a file."""
    if path.name.endswith(".tar.xz"):
        with tarfile.open(path) as archive:
            for member in archive:
                if (file := archive.extractfile(member)) is not None:
                    yield file.read()
    else:
        data = path.read_bytes()
        yield gzip.decompress(data) if path.suffix == ".gz" else data


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def texts(path: Path) -> Iterator[str]:
    """The texts in a file."""
    kind = path.name.removesuffix(".gz").rpartition(".")[2]
    for data in raw(path):
        text = data.decode("utf-8", errors="replace")
        if kind == "json":
            yield from strings(json.loads(text))
        elif kind == "jsonl":
            for line in text.split("\n"):
                if line.strip():
                    yield from strings(json.loads(line))
        else:
            yield text


def faults(batch: list[str]) -> tuple[int, list[str]]:
    """How many tokens these texts have, and what is wrong with them."""
    table = pa.table(copydesk.tokenize(pa.array(batch, pa.large_string()), text=True))
    rows, starts, ends = (table.column(name).to_numpy() for name in ("row", "start", "end"))
    told = table.column("text").combine_chunks()
    firsts = np.searchsorted(rows, np.arange(len(batch) + 1))
    wrong = []
    for row, text in enumerate(batch):
        part = slice(firsts[row], firsts[row + 1])
        start, end = starts[part], ends[part]
        if len(start) == 0:
            if any(map(str.isalnum, text)):
                wrong.append(f"no tokens in {text[:60]!r}")
            continue
        behind = np.concatenate(([0], end[:-1]))
        if (start < behind).any() or (end <= start).any() or end[-1] > len(text):
            wrong.append(f"out of order, empty or outside: {text[:60]!r}")
            continue
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        steps = np.zeros(len(points) + 1, dtype=np.int8)
        np.add.at(steps, start, 1)
        np.add.at(steps, end, -1)
        inside = np.cumsum(steps[:-1]) > 0
        between = points[~inside].tobytes().decode("utf-32-le")
        if lost := [c for c in set(between) if c.isalnum()]:
            wrong.append(f"between tokens stand {lost[:9]} in {text[:60]!r}")
        held = [text[a:b] for a, b in zip(start.tolist(), end.tolist(), strict=True)]
        core = told[part].to_pylist()
        if "\n".join(held).translate(PLAIN) == "\n".join(core):
            continue
        for at, own, found in zip(start, held, core, strict=True):
            if plain(own) != found:
                wrong.append(f"at {at} stands {own!r}, not {found!r}, in {text[:60]!r}")
                break
    return len(table), wrong


def main() -> None:
    """All files, in batches of some megabytes."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("COPYDESK_DATA", "../shared/data"))
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        sys.exit(f"no files in {folder}")
    began, count, size, tokens, bad = time.perf_counter(), 0, 0, 0, 0
    batch: list[str] = []
    held = 0

    def check() -> None:
        nonlocal tokens, bad, held
        found, wrong = faults(batch)
        tokens, bad, held = tokens + found, bad + len(wrong), 0
        for line in wrong:
            print(line, flush=True)
        batch.clear()

    for path in files:
        for text in texts(path):
            batch.append(text)
            count, size, held = count + 1, size + len(text), held + len(text)
            if held > BATCH:
                check()
    if batch:
        check()
    took = time.perf_counter() - began
    print(f"{len(files)} files, {count} texts, {size / 1e6:.0f} M characters, {tokens} tokens: {bad} faults ({took:.0f} s)")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
