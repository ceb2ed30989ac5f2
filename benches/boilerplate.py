"""Compares `extract_article` with other extractors on the development pages: `make bench-boilerplate`.

Every page goes through every tool in turn, so that a busy machine is unfair to none; CPU time of one thread. Word F1 is the
bag of words against the page's gold text. Our own figures come from pages that the shipped models were trained on and so
are too good: the model card has the cross-validated ones. What is fair here is the time, and the other tools' F1.
A tool that is not installed, and the Rust peers where they were not built (`cargo build --release` in benches/peers), are
left out with a note.
"""

from __future__ import annotations

import argparse
import collections
import glob
import gzip
import importlib
import json
import os
import re
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import copydesk

PEERS = Path(__file__).parent / "peers" / "target" / "release" / "peers"
BASE = "resiliparse"
TOKEN = re.compile(r"\w+")


def pages(folder: str, step: int) -> Iterator[tuple[str, str, str]]:
    """Kind, HTML and gold text of every `step`-th page."""
    for collection in ("news", "wcxb"):
        paths = sorted(glob.glob(f"{folder}/boilerplate/{collection}/gold/*.json.gz"))
        for path in paths[::step]:
            gold = json.loads(gzip.open(path).read())
            html = gzip.open(path.replace("/gold/", "/html/").replace(".json.gz", ".html.gz")).read().decode("utf-8", "replace")
            kind = "news" if collection == "news" else gold["_internal"]["page_type"]["primary"]
            yield kind, html, gold["ground_truth"].get("main_content") or ""


def f1(gold: str, got: str) -> float:
    """Bag-of-words F1."""
    one, other = (collections.Counter(TOKEN.findall(text.lower())) for text in (gold, got))
    if not one or not other:
        return float(not one and not other)
    return 2 * sum((one & other).values()) / (sum(one.values()) + sum(other.values()))


def timed(call: Callable[[str], Any]) -> Callable[[str], tuple[str, float]]:
    """The call's text and its CPU time; a failure is no text."""

    def run(html: str) -> tuple[str, float]:
        start = time.process_time()
        try:
            text = call(html) or ""
        except Exception:
            text = ""
        return text, time.process_time() - start

    return run


def plain(html: str) -> str:
    """HTML without its tags, for tools that answer in HTML."""
    return str(importlib.import_module("lxml.html").fromstring(html).text_content()) if html.strip() else ""


def tools() -> dict[str, Callable[[str], tuple[str, float]]]:
    """All tools that are there."""
    found = {"copydesk": timed(lambda html: copydesk.extract_article(html).text)}

    def add(name: str, module: str, make: Callable[[Any], Callable[[str], Any]]) -> None:
        try:
            found[name] = timed(make(importlib.import_module(module)))
        except ImportError:
            print(f"({name} is not installed: left out)")

    add(BASE, "resiliparse.extract.html2text", lambda m: lambda html: m.extract_plain_text(html, main_content=True))
    add("trafilatura", "trafilatura", lambda m: m.extract)
    add("trafilatura fast", "trafilatura", lambda m: lambda html: m.extract(html, fast=True))
    add("trafilatura precision", "trafilatura", lambda m: lambda html: m.extract(html, favor_precision=True))
    add("readability-lxml", "readability", lambda m: lambda html: plain(m.Document(html).summary()))
    if PEERS.exists():
        peers = subprocess.Popen([PEERS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

        def ask(tool: str) -> Callable[[str], tuple[str, float]]:
            def run(html: str) -> tuple[str, float]:
                assert peers.stdin and peers.stdout
                print(json.dumps({"tool": tool, "html": html}), file=peers.stdin, flush=True)
                answer = json.loads(peers.stdout.readline())
                return answer["text"], answer["seconds"]

            return run

        found["dom_smoothie (Rust)"] = ask("dom_smoothie")
        found["trafilatura (Rust)"] = ask("trafilatura")
    else:
        print("(benches/peers is not built: the Rust peers are left out)")
    return found


def main() -> None:
    """Prints a line a tool: CPU time as a multiple of resiliparse's, word F1 by collection, slowest page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=os.environ.get("COPYDESK_DATA", "../shared/data"))
    parser.add_argument("--step", type=int, default=4, help="every n-th page (default: 4)")
    options = parser.parse_args()
    times: dict[str, list[float]] = collections.defaultdict(list)
    scores: dict[tuple[str, str], list[float]] = collections.defaultdict(list)
    sizes = []
    here = tools()
    for kind, html, gold in pages(options.data, options.step):
        sizes.append(len(html))
        for name, run in here.items():
            text, seconds = run(html)
            times[name].append(seconds)
            for group in [kind] if kind == "news" else [kind, "wcxb"]:
                scores[name, group].append(f1(gold, text))
    groups = ["news", "article", "wcxb"]
    print(f"{len(sizes)} pages, {statistics.mean(sizes) / 1000:.0f} kB each")
    print(f"{'':24}{'CPU':>8}{'ms/page':>9}{'slowest':>9}" + "".join(f"{group:>9}" for group in groups))
    for name in sorted(here, key=lambda name: sum(times[name])):
        per_byte = [seconds / size for seconds, size in zip(times[name], sizes, strict=True)]
        ratio = sum(times[name]) / max(sum(times.get(BASE, times[name])), 1e-9)
        slowest = max(per_byte) / max(statistics.median(per_byte), 1e-12)
        figures = "".join(f"{statistics.mean(scores[name, group]):9.3f}" for group in groups)
        print(f"{name:24}{ratio:7.2f}x{1000 * statistics.mean(times[name]):9.2f}{slowest:8.1f}x{figures}")


if __name__ == "__main__":
    main()
