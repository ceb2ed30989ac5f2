"""Times copydesk beside the tools that people use today, in one run, on the packaged sample: `make bench`.

Machines differ and are shared, so each line is a ratio: how many times the peer's time copydesk needs less. Every figure is
the best of several runs, one thread each unless it says otherwise. A peer that is not installed is left out, with a note.
"""

from __future__ import annotations

import importlib
import re
import time
from collections.abc import Callable
from typing import Any

import pandas as pd

import copydesk
from copydesk import samples

RUNS = 5


def seconds(work: Callable[[], Any]) -> float:
    """The best of several runs, after one that is not counted."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def line(name: str, ours: float, peer: str, theirs: float, units: int, unit: str) -> None:
    """One comparison: nanoseconds or milliseconds a unit for both, and the ratio."""
    scale, mark = (1e3, "ms") if ours / units > 1e-4 else (1e9, "ns")
    print(
        f"{name:34} {ours / units * scale:10.2f} {mark}/{unit:5} {peer:34} {theirs / units * scale:10.2f} {mark}/{unit:5}"
        f" {theirs / ours:8.1f} x"
    )


def module(name: str) -> Any:
    """A peer, or None with a note."""
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"({name} is not installed: left out)")
        return None


def crossing() -> None:
    from copydesk import _columns, _core

    series = pd.Series([f"row number {i} of the column" for i in range(500_000)])
    task = _columns.Task("value", lambda row: row["length"])

    def lengths(texts: Any) -> Any:
        return _columns.run(task, texts, _core.text_lengths, threads=1)

    ours = seconds(lambda: lengths(series))
    line("column of str, trivial work", ours, "Series.apply(len)", seconds(lambda: series.apply(len)), len(series), "row")
    texts = series.tolist()
    line("list of str, trivial work", seconds(lambda: lengths(texts)), "[len(t) for t in list]",
         seconds(lambda: [len(text) for text in texts]), len(texts), "row")


def stems(texts: list[str]) -> None:
    stemmer_module = module("Stemmer")
    if stemmer_module is None:
        return
    peer = stemmer_module.Stemmer("english")
    words = [word.lower() for text in texts for word in re.findall(r"\w+", text)] * 20
    line("stem_words, list", seconds(lambda: copydesk.stem_words(words, "en", threads=1)), "PyStemmer stemWords",
         seconds(lambda: peer.stemWords(words)), len(words), "word")
    series = pd.Series(texts * 200)
    cache: dict[str, str] = {}

    def by_cache(text: str) -> list[str]:
        found = []
        for word in re.findall(r"\w+", text.lower()):
            stem = cache.get(word)
            if stem is None:
                stem = cache[word] = peer.stemWord(word)
            found.append(stem)
        return found

    line("stem, Series of documents", seconds(lambda: copydesk.stem(series, language="en", threads=1)),
         "regex + dict cache of PyStemmer", seconds(lambda: series.apply(by_cache)), len(words) * 10, "word")


def languages(texts: list[str]) -> None:
    sentences = [text[s:e] for text in texts for s, e in copydesk.split_sentences(text)]
    ours = seconds(lambda: copydesk.detect_language(sentences, threads=1))
    baseline = seconds(lambda: copydesk.detect_language(sentences, threads=1, model="whatlang"))
    line("detect_language, sentences", ours, "whatlang", baseline, len(sentences), "text")
    # As many words as a headline has.
    openings = [" ".join(sentence.split()[:9]) for sentence in sentences]
    headlines = pd.Series((openings * (1_000_000 // len(openings) + 1))[:1_000_000])
    start = time.process_time()
    copydesk.detect_language(headlines)
    print(f"{'detect_language, a million headlines':36} {time.process_time() - start:8.1f} CPU seconds")
    lingua = module("lingua")
    if lingua is not None:
        detector = lingua.LanguageDetectorBuilder.from_all_languages().with_preloaded_language_models().build()
        theirs = seconds(lambda: [detector.detect_language_of(sentence) for sentence in sentences])
        line("detect_language, sentences", ours, "lingua", theirs, len(sentences), "text")


def articles(pages: list[str]) -> None:
    ours = seconds(lambda: copydesk.extract_article(pages, threads=1))
    trafilatura = module("trafilatura")
    if trafilatura is not None:
        theirs = seconds(lambda: [trafilatura.extract(page) for page in pages])
        line("extract_article", ours, "trafilatura", theirs, len(pages), "page")
    if module("resiliparse") is not None:
        plain = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
        theirs = seconds(lambda: [plain(page, main_content=True) for page in pages])
        line("extract_article (with metadata)", ours, "resiliparse (text alone)", theirs, len(pages), "page")


def claims(texts: list[str]) -> None:
    words = sum(len(text.split()) for text in texts) * 20
    many = texts * 20
    ours = seconds(lambda: copydesk.extract_claims(many, language="en", threads=1))
    print(f"{'extract_claims':34} {words / ours:10,.0f} words/s")
    ours = seconds(lambda: copydesk.extract_attributions(many, language="en", threads=1))
    print(f"{'extract_attributions':34} {words / ours:10,.0f} words/s")


def main() -> None:
    """Runs all comparisons on the packaged sample."""
    reports = samples.load()
    pages = [report["content"] for report in reports if report["kind"] == "html"] * 10
    english = [report for report in reports if report["language"] == "en"]
    texts = [
        copydesk.extract_article(report["content"]).text if report["kind"] == "html" else report["content"]
        for report in english
    ]
    crossing()
    stems(texts)
    languages(texts)
    articles(pages)
    claims(texts)


if __name__ == "__main__":
    main()
