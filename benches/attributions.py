"""Who says what, on articles that people have annotated: `make bench-attributions`.

    python benches/attributions.py

Reads the development parts in `$COPYDESK_DATA/attribution` (default `../shared/data`). An attribution is found where its content
shares half of its words with that of the annotation (Jaccard, one to one); words are runs of letters and digits, so that
marks at the edges do not matter. Relation F1 asks that source and cue overlap, too; two annotators of PolNeAR reach 74 against
each other. Of the other articles claims are scored, those of one attribution as one: the share of the core statements that are
found, the share of what is found that is annotated, and how often the speaker is right, over all and where a pronoun or nothing
stands for the name.
"""

import gzip
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import copydesk

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "python"))
from multilingual_gold import WORD, pairs, right_speaker  # noqa: E402

DATA = Path(os.environ.get("COPYDESK_DATA", ROOT.parent / "shared" / "data")) / "attribution"
KINDS = ("direct", "mixed", "indirect")
MARKS = re.compile("[\"“”„«»]|''|``")
UNNAMED = ("", "he", "she", "they", "it", "er", "sie", "es")


def articles(name):
    """The annotated articles of a file, attributions without a content left out."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [a | {"attributions": [entry for entry in a["attributions"] if words(a["text"], entry["content"])]} for a in found]


def words(text, spans):
    """Where the words begin that some spans hold or cut."""
    marks = [match.span() for match in WORD.finditer(text)] if spans else []
    return {s for s, e in marks for start, end in spans if s < end and e > start}


def quoted(text):
    """Where the words begin that stand in quotation marks, which a paragraph may leave open."""
    inside = []
    for paragraph in re.finditer(r"[^\n]+", text):
        opened = None
        for mark in MARKS.finditer(paragraph[0]):
            at = paragraph.start() + mark.start()
            if opened is None and mark[0] != "”":
                opened = at
            elif opened is not None and mark[0] != "“":
                inside.append((opened, at))
                opened = None
        inside += [] if opened is None else [(opened, paragraph.end())]
    return words(text, inside)


def kind_of(content, inside):
    """How much of a content is quoted."""
    share = len(content & inside) / len(content)
    return "direct" if share >= 0.9 else "mixed" if share else "indirect"


def overlap(text, gold, got):
    """Whether two stretches share a word, or there is neither."""
    one, other = words(text, gold), words(text, [] if got is None else [got])
    return bool(one & other) or not (one or other)


def relations(given):
    """Relation F1, precision and recall on PolNeAR, and the recall of contents by kind, in percent."""
    count = Counter()
    for article, found in zip(given, copydesk.extract_attributions([a["text"] for a in given]), strict=True):
        text, inside = article["text"], quoted(article["text"])
        for entry in article["attributions"]:
            count["gold", kind_of(words(text, entry["content"]), inside)] += 1
        count["got"] += len(found)
        for entry, got in pairs(article, found):
            count["found", kind_of(words(text, entry["content"]), inside)] += 1
            count["right"] += overlap(text, entry["source"], got.source_span) and overlap(text, entry["cue"], got.cue_span)
    gold = sum(count["gold", kind] for kind in KINDS)
    precision, recall = 100 * count["right"] / count["got"], 100 * count["right"] / gold
    by_kind = [100 * count["found", kind] / count["gold", kind] for kind in KINDS]
    return 2 * precision * recall / (precision + recall), precision, recall, *by_kind


def attributed(claims):
    """The claims of each attribution as one."""
    groups = {}
    for claim in claims:
        groups.setdefault(claim.attribution, []).append(claim)
    return [SimpleNamespace(spans=[s for c in some for s in c.spans], speaker=some[0].speaker) for some in groups.values()]


def claims(given):
    """Core recall, precision, right speakers, and right speakers of what has no name, in percent."""
    count = Counter()
    for article, found in zip(given, copydesk.extract_claims([a["text"] for a in given]), strict=True):
        got = attributed(found)
        count["core"] += sum(entry["core"] for entry in article["attributions"])
        count["got"] += len(got)
        for entry, one in pairs(article, got):
            right = right_speaker(entry["speaker"], one.speaker)
            source = entry["source"]
            words_for = None if source is None else " ".join(article["text"][start:end] for start, end in source).lower()
            unnamed = words_for in UNNAMED and bool(entry["speaker"])
            count.update({"found": 1, "core found": entry["core"], "right": right})
            count.update({"unnamed": unnamed, "unnamed right": unnamed and right})
    shares = (("core found", "core"), ("found", "got"), ("right", "found"), ("unnamed right", "unnamed"))
    return [100 * count[part] / max(1, count[whole]) for part, whole in shares]


def main():
    """Prints a line for each set of articles."""
    told = "relation F1 {:.1f} ({:.1f} / {:.1f}), recall direct / mixed / indirect {:.1f} / {:.1f} / {:.1f}"
    print(f"{'polnear-dev':18}" + told.format(*relations(articles("polnear-dev"))))
    for name in ("news-en", "stories", "news-de"):
        told = "core recall / precision / speaker / of pronouns {:.1f} / {:.1f} / {:.1f} / {:.1f}"
        print(f"{name:18}" + told.format(*claims(articles(name))))


if __name__ == "__main__":
    main()
