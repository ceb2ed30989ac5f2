"""How well `language_spans` finds the parts of texts that mix two languages.

    python benches/language_spans.py [--data FOLDER] [--texts 2000]

Texts are made of development sentences: some of one language, then some of another, and in every third text the first
language again. Printed are precision, recall and F1 by characters (a character is right if its span has the right language),
how many changes of language are found within one sentence of the truth, and how many are found where none is.
"""

from __future__ import annotations

import argparse
import glob
import gzip
import os
import random
from dataclasses import dataclass, field

from copydesk import language_spans

# Whatlang's languages among those of the data; see benches/language.py.
SHARED = (
    "af ar az be bg bn ca cs cy da de el en eo es et fa fi fr gu he hi hr hu hy id it ja ka ko la lt lv mk mr "
    "nb nl pa pl pt ro ru sk sl sn sr sv ta te th tl tr uk ur vi zh zu"
).split()
NEWS = "ar de en es fr it nl pl pt ru sv tr uk zh".split()


@dataclass
class Mixed:
    """A text with the truth: where each stretch starts and ends, its language, and its sentences' lengths."""

    text: str = ""
    stretches: list[tuple[int, int, str]] = field(default_factory=list)
    longest: int = 0


def sentences(data: str) -> dict[str, list[str]]:
    """The development sentences by language."""
    found = {}
    for path in sorted(glob.glob(os.path.join(data, "language", "dev", "*.sentences.txt.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            found[os.path.basename(path).split(".")[0]] = [line.strip() for line in file if line.strip()]
    return found


def mix(known: dict[str, list[str]], codes: list[str], number: int, chosen: random.Random) -> Mixed:
    """One text of two of the languages."""
    first, second = chosen.sample(codes, 2)
    mixed = Mixed()
    order = [first, second, first] if number % 3 == 0 else [first, second]
    between = "\n\n" if number % 2 else " "
    for code in order:
        taken = chosen.sample(known[code], chosen.randint(2, 8))
        body = " ".join(taken)
        start = len(mixed.text) + (len(between) if mixed.text else 0)
        mixed.text += (between if mixed.text else "") + body
        mixed.stretches.append((start, start + len(body), code))
        mixed.longest = max(mixed.longest, len(taken[0]), len(taken[-1]))
    return mixed


def measure(texts: list[Mixed]) -> str:
    """The figures of these texts, as a line."""
    right = predicted = true = near = changes = found_changes = spurious = 0
    for mixed, spans in zip(texts, language_spans([mixed.text for mixed in texts]), strict=True):
        truth: list[str | None] = [None] * len(mixed.text)
        for start, end, code in mixed.stretches:
            truth[start:end] = [code] * (end - start)
        for span in spans:
            part = truth[span.start : span.end]
            right += sum(code == span.code for code in part)
            predicted += sum(code is not None for code in part) if span.code else 0
        true += sum(code is not None for code in truth)
        switches = [start for start, _, _ in mixed.stretches[1:]]
        found = [span.start for span in spans[1:]]
        changes += len(switches)
        found_changes += len(found)
        near += sum(any(abs(at - switch) <= mixed.longest for at in found) for switch in switches)
        spurious += sum(all(abs(at - switch) > mixed.longest for switch in switches) for at in found)
    precision, recall = right / max(predicted, 1), right / true
    return (
        f"P {precision:.4f}, R {recall:.4f}, F1 {2 * precision * recall / (precision + recall):.4f}; changes within a "
        f"sentence {near / changes:.4f}, found where none is {spurious / found_changes:.4f}"
    )


def main() -> None:
    """Prints one line for each choice of languages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("COPYDESK_DATA", "../shared/data"))
    parser.add_argument("--texts", type=int, default=2000)
    given = parser.parse_args()
    known = sentences(given.data)
    for name, codes in [("14 languages of news", NEWS), ("57 languages", SHARED), ("all 75 languages", sorted(known))]:
        chosen = random.Random(7)
        texts = [mix(known, codes, number, chosen) for number in range(given.texts)]
        print(f"{name}: {measure(texts)}")


if __name__ == "__main__":
    main()
