"""How well disagreements and shared claims are found in pairs of reports with one planted disagreement each.

As a program it prints the table of all parts of tests/data/report-pairs.json, "dev" and "dev2" for tuning, "held" and "held2"
for the figures that are told. With a pair's id after it, it shows what was found in that pair (not for those held back):

    python tests/python/report_pairs.py [p01 ...]
"""

import itertools
import json
import re
import sys
from pathlib import Path

from copydesk import analyze

PAIRS = json.loads((Path(__file__).resolve().parents[1] / "data" / "report-pairs.json").read_text(encoding="utf-8"))
PARTS = ("dev", "dev2", "held", "held2")
KINDS = ("number", "date", "name", "polarity", "speaker")
WORD = re.compile(r"\w+")


def report_of(pair, **options):
    """The pair as an analyst would have it: two scraped texts with outlet and day, the outlets' own sentences too."""
    options = {"narrator": True} | options
    rows = [{"outlet": r["outlet"], "published": r["published"], "text": r["text"]} for r in pair["reports"]]
    return analyze(rows, text="text", outlet="outlet", published="published", threads=1, **options)


class Places:
    """Words of the two texts of a pair, so that spans can be compared by the words that they cover."""

    def __init__(self, pair):
        self.texts = [report["text"] for report in pair["reports"]]
        self.words = [[match.span() for match in WORD.finditer(text)] for text in self.texts]

    def of(self, side, spans):
        return frozenset(n for n, (s, e) in enumerate(self.words[side]) if any(s < b and e > a for a, b in spans))

    def of_words(self, side, words):
        start = self.texts[side].index(words)
        return self.of(side, [(start, start + len(words))])


def meet(a, b):
    """They have half of the shorter one's words in common."""
    return bool(a & b) and 2 * len(a & b) >= min(len(a), len(b))


def score_pair(pair, **options):
    """Counts of one pair: the conflict found or not, right and wrong conflicts shown, shared claims, joined claims."""
    report, places = report_of(pair, **options), Places(pair)
    rows = report.claim_rows
    spans = [[tuple(span) for span in row["spans"]] for row in rows]
    at = [places.of(row["row"], found) for row, found in zip(rows, spans, strict=True)]
    gold = pair["disagreement"]
    facts = [(places.of_words(0, f["a"]), places.of_words(1, f["b"])) for f in [gold, *pair["shared"]]]

    def touch(n, fact):
        return meet(at[n], facts[fact][rows[n]["row"]])

    def joins(members, fact):
        return all(any(rows[n]["row"] == side and touch(n, fact) for n in members) for side in (0, 1))

    conflicts = report.coverage.disagreements
    hits = [conflict for conflict in conflicts if joins(conflict.values, 0)]
    groups = report.coverage.members.values()
    found = [any(joins(members, fact) for members in groups) for fact in range(len(facts))]
    tried = right = 0
    for members in groups:
        for a, b in itertools.combinations(members, 2):
            if rows[a]["row"] == rows[b]["row"]:
                continue
            of_a, of_b = ({fact for fact in range(len(facts)) if touch(n, fact)} for n in (a, b))
            if of_a and of_b:
                tried, right = tried + 1, right + bool(of_a & of_b)
    return {
        "kind": gold["kind"],
        "found": bool(hits),
        "kind right": any(conflict.kind == gold["kind"] for conflict in hits),
        "shown": len(conflicts),
        "right": len(hits),
        "joined": found[0],
        "shared": len(facts) - 1,
        "shared found": sum(found[1:]),
        "pairs": tried,
        "pairs right": right,
        "report": report,
    }


def score(part, **options):
    """Percentages of a part; `recall` and `precision` are those of conflicts."""
    counts = [score_pair(pair, **options) for pair in PAIRS if pair["part"] == part]

    def share(one, other):
        whole = sum(count[other] for count in counts)
        return 100 * sum(count[one] for count in counts) / whole if whole else 0.0

    for count in counts:
        count["one"] = 1
    figures = {
        "recall": share("found", "one"),
        "precision": share("right", "shown"),
        "kind right": share("kind right", "one"),
        "shown": sum(count["shown"] for count in counts),
        "joined": share("joined", "one"),
        "shared recall": share("shared found", "shared"),
        "shared precision": share("pairs right", "pairs"),
    }
    for kind in KINDS:
        of_kind = [count for count in counts if count["kind"] == kind]
        figures[f"found {kind}"] = sum(count["found"] for count in of_kind) / len(of_kind) * 100
    return figures


def show(pair):
    """Prints what was found in a pair."""
    count = score_pair(pair)
    report = count.pop("report")
    print(pair["id"], pair["disagreement"])
    print(count)
    rows = report.claim_rows
    for conflict in report.coverage.disagreements:
        print("  CONFLICT", conflict.kind)
        for n, value in conflict.values.items():
            print(f"    {value!r} | {rows[n]['speaker']} | {rows[n]['text']}")
    for cluster, members in report.coverage.members.items():
        print("  CLUSTER", cluster)
        for n in members:
            print(f"    {rows[n]['row']} {rows[n]['speaker']} | {rows[n]['text']}")
    print("  ALONE")
    for row in rows:
        if row["cluster"] is None:
            print(f"    {row['row']} {row['speaker']} | {row['text']}")


def main(ids):
    if ids:
        for pair in PAIRS:
            if pair["id"] in ids and not pair["part"].startswith("held"):
                show(pair)
        return
    print_table()


def print_table():
    """The figures of all parts side by side."""
    figures = {part: score(part) for part in PARTS}
    print(f"{'pairs of reports':24}" + "".join(f"{part:>8}" for part in PARTS))
    for name in figures["dev"]:
        print(f"{name:24}" + "".join(f"{figures[part][name]:8.1f}" for part in PARTS))


if __name__ == "__main__":
    main(sys.argv[1:])
