"""Times tokens, sentences and stems beside the tools that people use for them today, in one run: `make bench-text`.

Every figure is the best of several runs in CPU time, one thread, on the development news of `$COPYDESK_DATA` (default
`../shared/data`) where it is at hand, else on the packaged sample. What counts is the ratio; a peer that is not installed is
left out, with a note. The line with two threads is in wall time and says something on a quiet machine only.
"""

from __future__ import annotations

import gc
import gzip
import importlib
import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

import copydesk
from copydesk import samples

RUNS = 20


def seconds(work: Callable[[], Any], clock: Callable[[], float] = time.process_time) -> float:
    """The best of several runs, after one that is not counted."""
    work()
    times = []
    for _ in range(RUNS):
        gc.collect()
        start = clock()
        work()
        times.append(clock() - start)
    return min(times)


def news() -> list[str]:
    """English news: the development data, or the packaged sample many times."""
    data = Path(os.environ.get("COPYDESK_DATA", "../shared/data")) / "attribution" / "polnear-train.jsonl.gz"
    if data.exists():
        with gzip.open(data, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]
    english = [report for report in samples.load() if report["language"] == "en"]
    return [
        copydesk.extract_article(report["content"]).text if report["kind"] == "html" else report["content"]
        for report in english
    ] * 100


def module(name: str) -> Any:
    """A peer, or None with a note."""
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"({name} is not installed: left out)")
        return None


def line(name: str, ours: float, peer: str, theirs: float, words: int) -> None:
    """One comparison, nanoseconds a word for both and the ratio."""
    print(f"{name:44} {ours / words * 1e9:8.1f} ns   {peer:38} {theirs / words * 1e9:9.1f} ns {theirs / ours:7.1f} x")


def stems(texts: list[str]) -> None:
    """Documents and lists of words, against PyStemmer."""
    peer_module = module("Stemmer")
    if peer_module is None:
        return
    peer = peer_module.Stemmer("english")
    find = re.compile(r"\w+").findall

    class Cache(dict[str, str]):
        def __missing__(self, word: str) -> str:
            stem: str = peer.stemWord(word)
            self[word] = stem
            return stem

    cache = Cache()

    def by_cache(text: str) -> list[str]:
        return list(map(cache.__getitem__, find(text.lower())))

    words = [word for text in texts for word in find(text.lower())]
    count = len(words)
    theirs = seconds(lambda: peer.stemWords(words))
    line("stem_words, list", seconds(lambda: copydesk.stem_words(words, "en")), "PyStemmer stemWords", theirs, count)
    distinct = sorted(set(words))
    theirs = seconds(lambda: peer_module.Stemmer("english").stemWords(distinct))
    ours = seconds(lambda: copydesk.stem_words(distinct, "en"))
    line("stem_words, list of distinct words", ours, "PyStemmer stemWords", theirs, len(distinct))

    series = pd.Series(texts)
    theirs = seconds(lambda: pd.Series([by_cache(text) for text in series], index=series.index))
    joined = seconds(lambda: pd.Series([" ".join(by_cache(text)) for text in series], index=series.index))
    one = seconds(lambda: copydesk.stem(series, language="en", threads=1))
    path = "regex + dict cache of PyStemmer"
    line("stem, Series to lists", one, path, theirs, count)
    ours = seconds(lambda: copydesk.stem(series, language="en", threads=1, join=" "))
    line('stem, Series to str (join=" ")', ours, path + ", join", joined, count)
    ours = seconds(lambda: copydesk.stem(series, threads=1))
    line("stem, Series to lists, language detected", ours, path, theirs, count)
    one = seconds(lambda: copydesk.stem(series, language="en", threads=1), time.perf_counter)
    two = seconds(lambda: copydesk.stem(series, language="en", threads=2), time.perf_counter)
    line("stem, two threads (wall)", two, "one thread (wall)", one, count)


def splitters() -> dict[str, Callable[[str], Any]]:
    """Sentence splitters that are installed."""
    found: dict[str, Callable[[str], Any]] = {}
    if (sentencex := module("sentencex")) is not None:
        found["sentencex"] = lambda text: list(sentencex.segment("en", text))
    if (pysbd := module("pysbd")) is not None:
        segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)
        found["pySBD"] = lambda text: segmenter.segment(text)
    if (punkt := module("punkt")) is not None:
        tokenizer = punkt.tokenizer_for("english")
        found["punkt"] = lambda text: list(tokenizer.span_tokenize(text))
    return found


def sentences(texts: list[str]) -> None:
    """A text a call, as the peers take them, and a column."""
    count = sum(len(text.split()) for text in texts)
    size = sum(len(text.encode()) for text in texts)
    one = seconds(lambda: [copydesk.split_sentences(text, language="en") for text in texts])
    detected = seconds(lambda: [copydesk.split_sentences(text) for text in texts])
    series = pd.Series(texts)
    column = seconds(lambda: copydesk.split_sentences(series, language="en", threads=1))
    for name, split in splitters().items():
        some = texts[:40] if name == "pySBD" else texts
        share = sum(len(text.encode()) for text in some) / size
        theirs = seconds(lambda: [split(text) for text in some]) / share  # noqa: B023
        line("split_sentences, text by text", one, name, theirs, count)
        line("split_sentences, text by text, detected", detected, name, theirs, count)
        line("split_sentences, Series", column, name, theirs, count)
    for name, time_taken in (("text by text", one), ("text by text, detected", detected), ("Series", column)):
        print(f"split_sentences, {name}: {size / time_taken / 1e6:.0f} MB/s")


def tokens(texts: list[str]) -> None:
    """Tables of tokens, against the simplest regular expression."""
    count = sum(len(text.split()) for text in texts)
    size = sum(len(text.encode()) for text in texts)
    find = re.compile(r"\w+|[^\w\s]").finditer
    series = pd.Series(texts)
    ours = seconds(lambda: copydesk.tokenize(series, threads=1))
    theirs = seconds(lambda: [[match.span() for match in find(text)] for text in texts])
    line("tokenize, Series", ours, r"re.finditer(r'\w+|[^\w\s]')", theirs, count)
    print(f"tokenize, Series: {size / ours / 1e6:.0f} MB/s")


def main() -> None:
    """Runs all comparisons."""
    texts = news()
    print(f"{len(texts)} texts, {sum(len(text.encode()) for text in texts) / 1e6:.1f} MB\n")
    stems(texts)
    sentences(texts)
    tokens(texts)


if __name__ == "__main__":
    main()
