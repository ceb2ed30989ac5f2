"""Matching and conflicts on everything that is annotated: pair F1 from raw text and with gold claims given.

    python benches/coverage_quality.py [--show]

reads $COPYDESK_DATA (../shared/data) for the stories, and the project's own sample and pairs of reports. `--show` prints
the pairs of claims that are lost and those that are wrong. A pair is two attributions of different documents in one
cluster of the annotation; it is found if claims that touch them (half of the shorter one's words) share a cluster, and a
pair of claims is wrong if both touch attributions and none of these belong together.
"""

import collections
import gzip
import itertools
import json
import os
import re
import sys
from pathlib import Path

import copydesk
import copydesk.samples

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "python"))
import report_pairs  # noqa: E402
import sample_gold  # noqa: E402

DATA = Path(os.environ.get("COPYDESK_DATA", ROOT.parent / "shared" / "data")) / "attribution"
WORD = re.compile(r"\w+")


def stories():
    """The annotated stories as (id, text, attributions), and the pairs of attribution ids that belong together."""
    with gzip.open(DATA / "stories.jsonl.gz", "rt", encoding="utf-8") as lines:
        docs = [json.loads(line) for line in lines]
    clusters = json.loads((DATA / "stories-clusters.json").read_text(encoding="utf-8"))
    groups = [ids for story in clusters.values() for ids in story.values()]
    return [(d["doc"], d["text"], d["attributions"]) for d in docs], groups


def sample():
    """The packaged sample in the same form."""
    docs = [(name, sample_gold.article(name), sample_gold.attributions(name, sample_gold.article(name)))
            for name in sample_gold.DOCUMENTS]
    return docs, list(sample_gold.clusters().values())


def extracted(docs):
    """Claims from raw text."""
    texts, names = [text for _, text, _ in docs], [name for name, _, _ in docs]
    found = [c for row in copydesk.extract_claims(texts, outlet=names, id=names) for c in row]
    return [claim.to_dict() | {"doc": claim.document} for claim in copydesk.match_claims(found)]


def given(docs):
    """The sentences of the annotated attributions as claims, with the annotated speaker."""
    rows = []
    for name, text, attributions in docs:
        for a in attributions:
            for start, end in a["content"]:
                for s, e in copydesk.split_sentences(text[start:end]):
                    kind = "indirect" if a["kind"] == "indirect" else "direct"
                    place = {"doc": name, "document": name, "outlet": name, "spans": [(start + s, start + e)]}
                    language = sample_gold.DOCUMENTS[name]["language"] if name in sample_gold.DOCUMENTS else "en"
                    rows.append(place | {"text": text[start + s : start + e], "speaker": a["speaker"], "kind": kind,
                                         "language": language})
    return copydesk.match_claims(rows)


def score(docs, groups, claims, show=False):
    """Precision, recall and F1 over pairs, as percentages."""
    marks = {name: [m.span() for m in WORD.finditer(text)] for name, text, _ in docs}

    def words(name, spans):
        return frozenset(i for i, (s, e) in enumerate(marks[name]) for a, b in spans if s < b and e > a)

    gold = {a["id"]: (name, words(name, a["content"]), a) for name, _, attributions in docs for a in attributions}
    places = [words(c["doc"], c["spans"]) for c in claims]
    touched = {i: [n for n, c in enumerate(claims) if c["doc"] == name and report_pairs.meet(places[n], w)]
               for i, (name, w, _) in gold.items()}
    owners = collections.defaultdict(set)
    for i, ns in touched.items():
        for n in ns:
            owners[n].add(i)
    wanted = {frozenset(pair) for ids in groups for pair in itertools.combinations(ids, 2)
              if gold[pair[0]][0] != gold[pair[1]][0]}

    def same(a, b):
        return claims[a]["cluster"] is not None and claims[a]["cluster"] == claims[b]["cluster"]

    lost = [pair for pair in map(tuple, wanted) if not any(same(a, b) for a in touched[pair[0]] for b in touched[pair[1]])]
    tried, wrong = 0, []
    for a, b in itertools.combinations(range(len(claims)), 2):
        if claims[a]["doc"] != claims[b]["doc"] and owners[a] and owners[b] and same(a, b):
            tried += 1
            if not any(frozenset((x, y)) in wanted for x in owners[a] for y in owners[b]):
                wrong.append((a, b))
    if show:
        told(lost, wrong, gold, touched, claims)
    precision = 100 * (1 - len(wrong) / tried) if tried else 0.0
    recall = 100 * (1 - len(lost) / len(wanted))
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9), tried


def told(lost, wrong, gold, touched, claims):
    for pair in sorted(lost, key=sorted):
        print("LOST", *sorted(pair))
        for i in sorted(pair):
            name, _, a = gold[i]
            print("   ", a["speaker"], "|", "" if touched[i] else "(not extracted)")
            for n in touched[i]:
                print("       ", claims[n]["cluster"], claims[n]["speaker"], claims[n].get("kind"), "|", claims[n]["text"])
    for a, b in wrong:
        print("WRONG", claims[a]["cluster"])
        for n in (a, b):
            print("   ", claims[n]["speaker"], claims[n].get("kind"), "|", claims[n]["text"])


def planted():
    """The disagreements planted in the packaged sample: told, all, and conflicts shown in all."""
    report = copydesk.analyze(copydesk.samples.load(), narrator=True)
    texts = {row["row"]: row["document"] for row in report.article_rows}
    rows = report.claim_rows
    told = 0
    for case in sample_gold.GOLD["disagreements"]:
        found = False
        for conflict in report.coverage.disagreements:
            values = set()
            for n in conflict.values:
                words = case["values"].get(texts[rows[n]["row"]])
                sentence = report.article_rows[rows[n]["row"]]["text"][slice(*rows[n]["sentence"])]
                if words and " ".join(words.split()) in " ".join(sentence.replace("\u00ad", "").split()):
                    values.add(words)
            found |= len(values) > 1 and conflict.kind == case["kind"]
        told += found
    return told, len(sample_gold.GOLD["disagreements"]), len(report.coverage.disagreements)


def main():
    show = "--show" in sys.argv
    sets = [("stories", stories), ("sample", sample)] if DATA.is_dir() else [("sample", sample)]
    print(f"{'':24}{'P':>8}{'R':>8}{'F1':>8}{'pairs':>8}")
    for name, load in sets:
        docs, groups = load()
        for way in (extracted, given):
            figures = score(docs, groups, way(docs), show)
            print(f"{name} {way.__name__:<{23 - len(name)}}" + "".join(f"{x:8.1f}" for x in figures[:3]) + f"{figures[3]:8}")
    told, of, shown = planted()
    print(f"sample, planted disagreements: {told} of {of} told, {shown} conflicts shown")
    figures = {part: report_pairs.score(part) for part in ("dev", "held")}
    print(f"\n{'pairs of reports':24}{'dev':>8}{'held':>8}")
    for name in figures["dev"]:
        print(f"{name:24}{figures['dev'][name]:8.1f}{figures['held'][name]:8.1f}")


if __name__ == "__main__":
    main()
