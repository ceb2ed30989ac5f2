"""The invented articles of tests/data/articles-multilingual*.jsonl, and how an extractor does on them.

Run as a program it prints the figures: `python tests/python/multilingual_gold.py`, and with `all` as its argument those of
all languages together. Developers read part "dev" alone; of part "held" only figures are looked at. Parts of the second
set are called "dev2" and "held2", that of the third "dev3".
"""

import collections
import json
import re
import sys
from pathlib import Path

WORD = re.compile(r"\w+")
FIGURES = ("core recall", "precision", "speaker")
DATA = Path(__file__).resolve().parents[1] / "data"


def read(name, suffix):
    """The articles of one file, each part named with the suffix of its set."""
    articles = [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
    return [article | {"part": article["part"] + suffix} for article in articles]


ARTICLES = (
    read("articles-multilingual.jsonl", "")
    + read("articles-multilingual-2.jsonl", "2")
    + read("articles-multilingual-3.jsonl", "3")
)


def right_speaker(gold, got):
    """The last name or half of the words; nobody for nobody."""
    if not gold:
        return not got
    wanted, given = [word.lower() for word in WORD.findall(gold)], {word.lower() for word in WORD.findall(got or "")}
    return wanted[-1] in given or len(set(wanted) & given) >= max(1, (len(wanted) + 1) // 2)


def pairs(article, found):
    """Each gold attribution that is found, with what it was found as: contents pair one to one by word Jaccard >= 0.5."""
    marks = [match.span() for match in WORD.finditer(article["text"])]

    def words(spans):
        return frozenset(at for at, (s, e) in enumerate(marks) for start, end in spans if s < end and e > start)

    gold = [words(entry["content"]) for entry in article["attributions"]]
    got = [words(entry.spans) for entry in found]
    near = sorted(
        (-len(a & b) / len(a | b), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(got)
        if a | b and 2 * len(a & b) >= len(a | b)
    )
    paired, used = {}, set()
    for _, i, j in near:
        if i not in paired and j not in used:
            paired[i] = j
            used.add(j)
    return [(article["attributions"][i], found[j]) for i, j in sorted(paired.items())]


def figures(extract, together=False, articles=ARTICLES):
    """(language, part) -> core recall, precision and right speakers in percent; `extract` answers for a list of texts.

    `together` counts all languages as one, named "all".
    """
    counts = collections.defaultdict(collections.Counter)
    for article, found in zip(articles, extract([article["text"] for article in articles]), strict=True):
        language = "all" if together else article["language"]
        count, paired = counts[language, article["part"]], pairs(article, found)
        count["core"] += sum(entry["core"] for entry in article["attributions"])
        count["core found"] += sum(entry["core"] for entry, _ in paired)
        count["predicted"] += len(found)
        count["paired"] += len(paired)
        count["right"] += sum(right_speaker(entry["speaker"], got.speaker) for entry, got in paired)
    return {
        key: {
            "core recall": 100 * count["core found"] / max(1, count["core"]),
            "precision": 100 * count["paired"] / max(1, count["predicted"]),
            "speaker": 100 * count["right"] / max(1, count["paired"]),
        }
        for key, count in sorted(counts.items())
    }


def shortfalls(values, floors):
    """The figures that fall short of their floors, with both."""
    return {name: (values[name], floor) for name, floor in zip(FIGURES, floors, strict=True) if values[name] < floor}


def outside(articles):
    """The annotations with a span that does not lie within its text."""
    return [
        entry["id"]
        for article in articles
        for entry in article["attributions"]
        for start, end in entry["content"] + (entry["source"] or []) + (entry["cue"] or [])
        if not 0 <= start < end <= len(article["text"])
    ]


def show(found):
    """Prints what `figures` answers, a line for each language and part."""
    for (language, part), values in found.items():
        print(language, f"{part:5}", *(f"{name} {value:5.1f}" for name, value in values.items()), sep="  ")


if __name__ == "__main__":
    import copydesk

    show(figures(copydesk.extract_attributions, together="all" in sys.argv))
