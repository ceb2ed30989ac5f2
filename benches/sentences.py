"""Sentence ends in treebanks and the English golden rules, beside sentencex, pySBD and punkt, in one run: `make bench-sentences`.

    python benches/sentences.py [LANGUAGE ...]

Reads the development parts of Universal Dependencies in `$COPYDESK_DATA/syntax` (default `../shared/data`). A document is one
text, its paragraphs joined by a blank line; a treebank without documents is cut into twelve sentences a text. What counts is
each sentence's end, without the one at the end of a text and, so that nobody is praised for finding blank lines, without those at
the end of a paragraph: F1 of the rest. The peers are told the language, copydesk finds it out text by text (and is shown told as
well). A peer that is not installed, or has no rules for a language, has no figure.
"""

from __future__ import annotations

import gzip
import importlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import copydesk

NAMES = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french",
    "it": "italian", "nl": "dutch", "pt": "portuguese", "ru": "russian",
}  # fmt: skip
TOGETHER = 12

Ends = Callable[[str], list[int]]


def sentences_of(path: Path) -> Iterator[tuple[bool, bool, str, bool]]:
    """Each sentence: whether it begins a document, a paragraph; its text; whether a blank follows."""
    document = paragraph = False
    text, misc, covered = None, "", 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document = True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("# text = "):
                text = line.removeprefix("# text = ").strip()
            elif line and not line.startswith("#"):
                fields = line.split("\t")
                first, _, last = fields[0].partition("-")
                if last:
                    covered, misc = int(last), fields[9]
                elif "." not in first and int(first) > covered:
                    misc = fields[9]
            elif not line and text is not None:
                yield document, paragraph, text, "SpaceAfter=No" not in misc
                document = paragraph = False
                text, misc, covered = None, "", 0


def documents(path: Path) -> Iterator[tuple[str, set[int], set[int]]]:
    """Each text, the ends of its sentences and those of its paragraphs."""
    found = list(sentences_of(path))
    marked = any(document or paragraph for document, paragraph, _, _ in found[1:])
    text, ends, closing = "", set[int](), set[int]()
    for number, (document, paragraph, sentence, blank) in enumerate(found):
        fresh = document if marked else number % TOGETHER == 0
        if text and fresh:
            yield text.rstrip(), ends, closing | {len(text.rstrip())}
            text, ends, closing = "", set(), set()
        elif text and marked and paragraph:
            text = text.rstrip()
            closing.add(len(text))
            text += "\n\n"
        text += sentence
        ends.add(len(text))
        text += " " if blank else ""
    if text:
        yield text.rstrip(), ends, closing | {len(text.rstrip())}


def ends_of(text: str, spans: Any) -> list[int]:
    """The ends of spans, without the white space there."""
    return [start + len(text[start:end].rstrip()) for start, end in spans if text[start:end].strip()]


def tools(language: str) -> dict[str, Ends]:
    """copydesk, and the peers that know the language."""
    found: dict[str, Ends] = {
        "copydesk": lambda text: ends_of(text, copydesk.split_sentences(text)),
        "copydesk, told": lambda text: ends_of(text, copydesk.split_sentences(text, language=language)),
    }
    for name, make in (("sentencex", sentencex), ("pySBD", pysbd), ("punkt", punkt)):
        try:
            found[name] = make(language)
        except (ImportError, ValueError, LookupError, OSError):
            print(f"({name}: not installed, or nothing for {language!r})")
    return found


def sentencex(language: str) -> Ends:
    module = importlib.import_module("sentencex")

    def ends(text: str) -> list[int]:
        spans, at = [], 0
        for part in module.segment(language, text):
            if part.strip():
                start = text.index(part.strip(), at)
                at = start + len(part.strip())
                spans.append((start, at))
        return ends_of(text, spans)

    return ends


def pysbd(language: str) -> Ends:
    segmenter = importlib.import_module("pysbd").Segmenter(language=language, clean=False, char_span=True)
    return lambda text: ends_of(text, ((span.start, span.end) for span in segmenter.segment(text)))


def punkt(language: str) -> Ends:
    tokenizer = importlib.import_module("punkt").tokenizer_for(NAMES[language])
    return lambda text: ends_of(text, tokenizer.span_tokenize(text))


def score(path: Path, ends: Ends) -> tuple[float, float]:
    """F1 of the ends inside paragraphs in percent, and MB a second of processor time."""
    hit = told = gold = size = 0
    seconds = 0.0
    for text, wanted, closing in documents(path):
        start = time.process_time()
        found = set(ends(text))
        seconds += time.process_time() - start
        size += len(text.encode())
        found, wanted = found - closing, wanted - closing
        hit, told, gold = hit + len(found & wanted), told + len(found), gold + len(wanted)
    return 200 * hit / max(told + gold, 1), size / max(seconds, 1e-9) / 1e6


def golden(path: Path, ends: Ends) -> str:
    """How many of the golden rules hold."""
    rules = json.loads(path.read_text(encoding="utf-8"))
    good = 0
    for text, wanted in rules:
        places, at = [], 0
        for sentence in wanted:
            start = text.index(sentence.strip(), at)
            at = start + len(sentence.strip())
            places.append(at)
        good += ends(text) == places
    return f"{good}/{len(rules)}"


def main() -> None:
    """One line a treebank and tool."""
    data = Path(os.environ.get("COPYDESK_DATA", "../shared/data"))
    treebanks = sorted((data / "syntax").glob("*-dev.conllu.gz"))
    if not treebanks:
        sys.exit(f"no treebanks in {data / 'syntax'}: set COPYDESK_DATA")
    for path in treebanks:
        language = path.name[:2]
        if language not in NAMES or sys.argv[1:] and language not in sys.argv[1:]:
            continue
        figures = {name: score(path, ends) for name, ends in tools(language).items()}
        for name, (f1, speed) in figures.items():
            print(f"{path.name.split('-')[0]:12} {name:16} {f1:6.1f} {speed:8.2f} MB/s", flush=True)
        ours = figures.pop("copydesk")[0]
        for what, left_out in (("all peers", ""), ("sentencex and pySBD", "punkt")):
            peers = [f1 for name, (f1, _) in figures.items() if name not in (left_out, "copydesk, told")]
            if peers:
                print(f"{'':12} copydesk is {ours - max(peers):+.1f} from the best of {what}")
    rules = data / "sentences" / "golden-en.json"
    if rules.exists() and (not sys.argv[1:] or "en" in sys.argv[1:]):
        print("golden rules", {name: golden(rules, ends) for name, ends in tools("en").items()})


if __name__ == "__main__":
    main()
