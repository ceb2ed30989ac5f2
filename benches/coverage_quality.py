"""Matching and conflicts on everything that is annotated: pair F1 from raw text and with gold claims given.

    python benches/coverage_quality.py [--show]

reads $COPYDESK_DATA (../shared/data) for the stories, and the project's own sample and pairs of reports. `--show` prints
the pairs of claims that are lost and those that are wrong. A pair is two attributions of different documents in one
cluster of the annotation; it is found if claims that touch them (half of the shorter one's words) share a cluster, and a
pair of claims is wrong if both touch attributions and none of these belong together.
"""

import collections
import functools
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


def pairs_of_reports(part):
    """The pairs of reports in the same form, each with its claims, the outlets' own sentences among them."""
    for pair in report_pairs.PAIRS:
        if pair["part"] != part:
            continue
        facts = [pair["disagreement"], *pair["shared"]]
        docs = []
        for side, report in enumerate(pair["reports"]):
            spans = [(report["text"].index(f["ab"[side]]), len(f["ab"[side]])) for f in facts]
            own = [{"id": f"{pair['id']}-{n}{'ab'[side]}", "content": [(at, at + size)], "speaker": None, "kind": None}
                   for n, (at, size) in enumerate(spans)]
            docs.append((f"{pair['id']}{'ab'[side]}", report["text"], own))
        groups = [[f"{pair['id']}-{n}a", f"{pair['id']}-{n}b"] for n in range(len(facts))]
        rows = report_pairs.report_of(pair).claim_rows
        yield docs, groups, [dict(row) | {"doc": docs[row["row"]][0]} for row in rows]


INVENTED = ROOT / "tests" / "data"
LANGUAGES = {name: about["language"] for name, about in sample_gold.DOCUMENTS.items()}


@functools.cache
def invented(part):
    """The invented stories of a part by name, in the same form."""
    rows = [json.loads(line) for line in (INVENTED / "stories.jsonl").read_text(encoding="utf-8").splitlines()]
    clusters = json.loads((INVENTED / "stories-clusters.json").read_text(encoding="utf-8"))
    found = {}
    for row in rows:
        if row["part"] == part:
            LANGUAGES[row["doc"]] = row["language"]
            docs, _ = found.setdefault(row["story"], ([], [list(ids) for ids in clusters[row["story"]].values()]))
            docs.append((row["doc"], row["text"], row["attributions"]))
    return found


def heap(part):
    """All invented stories of a part together."""
    stories = invented(part).values()
    return [doc for docs, _ in stories for doc in docs], [group for _, groups in stories for group in groups]


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
                    place = {"doc": name, "document": name, "outlet": name, "spans": [(start + s, start + e)],
                             "start": start + s}
                    language = LANGUAGES.get(name, "en")
                    rows.append(place | {"text": text[start + s : start + e], "speaker": a["speaker"], "kind": kind,
                                         "language": language})
    return copydesk.match_claims(rows)


def amid(docs):
    """The claims from raw text, matched among those of 840 news articles of one election campaign, and how many clusters there
    are in all."""
    with gzip.open(DATA / "polnear-train.jsonl.gz", "rt", encoding="utf-8") as lines:
        others = [(d["doc"], d["text"], []) for d in map(json.loads, lines)]
    own = {name for name, _, _ in docs}
    claims = extracted(docs + others)
    return [claim for claim in claims if claim["doc"] in own], len({claim["cluster"] for claim in claims} - {None})


class Gold:
    """Which claims touch which annotated attributions, and which pairs of these belong together."""

    def __init__(self, docs, groups, claims):
        marks = {name: [m.span() for m in WORD.finditer(text)] for name, text, _ in docs}

        def words(name, spans):
            return frozenset(i for i, (s, e) in enumerate(marks[name]) for a, b in spans if s < b and e > a)

        self.gold = {a["id"]: (name, words(name, a["content"]), a) for name, _, attributions in docs for a in attributions}
        self.of = [c["doc"] for c in claims]
        places = [words(c["doc"], c["spans"]) for c in claims]
        self.touched = {i: [n for n, c in enumerate(claims) if c["doc"] == name and report_pairs.meet(places[n], w)]
                        for i, (name, w, _) in self.gold.items()}
        self.owners = collections.defaultdict(set)
        for i, ns in self.touched.items():
            for n in ns:
                self.owners[n].add(i)
        self.wanted = {frozenset(pair) for ids in groups for pair in itertools.combinations(ids, 2)
                       if self.gold[pair[0]][0] != self.gold[pair[1]][0]}

    def judge(self, a, b):
        """Whether two claims are one; None where nobody has said, or both stand in one document."""
        if self.of[a] == self.of[b] or not self.owners[a] or not self.owners[b]:
            return None
        return any(frozenset((x, y)) in self.wanted for x in self.owners[a] for y in self.owners[b])

    def lost(self, claims):
        def same(a, b):
            return claims[a]["cluster"] is not None and claims[a]["cluster"] == claims[b]["cluster"]

        return [pair for pair in map(tuple, self.wanted)
                if not any(same(a, b) for a in self.touched[pair[0]] for b in self.touched[pair[1]])]

    def judged(self, claims):
        """Pairs of claims in one cluster, with the judgement on them."""
        groups = collections.defaultdict(list)
        for n, claim in enumerate(claims):
            if claim["cluster"] is not None:
                groups[claim["cluster"]].append(n)
        pairs = [pair for ns in groups.values() for pair in itertools.combinations(ns, 2)]
        return [(pair, verdict) for pair in pairs if (verdict := self.judge(*pair)) is not None]

    def count(self, claims):
        """Pairs tried, right, wanted pairs found, wanted."""
        judged = self.judged(claims)
        return len(judged), sum(v for _, v in judged), len(self.wanted) - len(self.lost(claims)), len(self.wanted)


def score(docs, groups, claims, show=False):
    """Precision, recall and F1 over pairs, as percentages."""
    gold = Gold(docs, groups, claims)
    tried, right, found, wanted = gold.count(claims)
    if show:
        wrong = [pair for pair, verdict in gold.judged(claims) if not verdict]
        told(gold.lost(claims), wrong, gold.gold, gold.touched, claims)
    precision = 100 * right / tried if tried else 0.0
    recall = 100 * found / wanted
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


def tally(coverage, facts, is_of, show):
    """How many of the facts are shown and how many there are, how many of the conflicts shown are one and how many are shown."""
    shown = coverage.disagreements
    right = [any(is_of(conflict, fact) for fact in facts) for conflict in shown]
    found = [any(is_of(conflict, fact) for conflict in shown) for fact in facts]
    if show:
        for conflict, verdict in zip(shown, right, strict=True):
            print("RIGHT" if verdict else "FALSE", conflict.kind, conflict.cluster)
            for n, value in conflict.values.items():
                claim = coverage._told[n]
                print("    ", claim["outlet"], repr(value), "|", claim["kind"], claim["speaker"], "|", claim["text"])
        for fact, seen in zip(facts, found, strict=True):
            if not seen:
                print("NOT SHOWN", fact["what"], fact["values"])
    return sum(found), len(facts), sum(right), len(shown)


def disputed(part, show=False):
    """Disagreements of the invented stories that are shown, all there are, conflicts that are one, and all shown."""
    rows = [json.loads(line) for line in (INVENTED / "stories.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["part"] == part]
    facts = json.loads((INVENTED / "stories-disagreements.json").read_text(encoding="utf-8"))
    facts = [fact for fact in facts if fact["story"] in {row["story"] for row in rows}]
    keys = ("text", "outlet", "published", "story")
    coverage = copydesk.analyze([{key: row[key] for key in keys} for row in rows], story="story").coverage
    docs = [row["doc"] for row in rows]

    def touches(n, fact):
        claim = coverage._told[n]
        words = fact["values"].get(docs[claim["row"]])
        start = -1 if words is None else rows[claim["row"]]["text"].index(words)
        return any(start < e and start + len(words or "") > s for s, e in claim["spans"])

    def is_of(conflict, fact):
        said = {fact["values"][docs[coverage._told[n]["row"]]] for n in conflict.values if touches(n, fact)}
        return len(said) > 1

    return tally(coverage, facts, is_of, show)


def disputed_stories(show=False):
    """Disagreements of the annotated stories that are shown, all there are, conflicts that are one, and all shown. The file
    tells them in words of its own: a conflict is one of them if the words of two of its sides stand in what the file says of
    their documents, and not in the same words."""
    docs, _ = stories()
    facts = json.loads((DATA / "stories-disagreements.json").read_text(encoding="utf-8"))
    frame = [{"text": text, "outlet": name, "story": name.rstrip("0123456789")} for name, text, _ in docs]
    coverage = copydesk.analyze(frame, story="story").coverage

    def is_of(conflict, fact):
        sides = {(fact["values"].get(coverage._told[n]["outlet"], ""), value) for n, value in conflict.values.items()}
        told = {value for said, value in sides if set(WORD.findall(value.lower())) <= set(WORD.findall(said.lower()))}
        return len({value.lower() for value in told}) > 1

    return tally(coverage, facts, is_of, show)


def everything(parts):
    """News articles that stand alone, the annotated stories and the invented ones, and the story of each document."""
    docs, story_of = [], {}
    if DATA.is_dir():
        for file in ("news-en", "stories"):
            with gzip.open(DATA / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
                for d in map(json.loads, lines):
                    story_of[d["doc"]] = d.get("story") or d["doc"]
                    docs.append((d["doc"], d["text"], []))
    for part in parts:
        for story, (own, _) in invented(part).items():
            story_of |= {name: f"invented {story}" for name, _, _ in own}
            docs += [(name, text, []) for name, text, _ in own]
    return docs, story_of


def mixed(parts=("dev",), show=False):
    """A heap of everything. Stories found exactly, all stories, single articles left alone, all of these, clusters of claims
    that join two stories, all clusters."""
    docs, story_of = everything(parts)
    heap = [(story_of[name], text, None) for name, text, _ in docs]
    texts = [text for _, text, _ in heap]
    true = [story for story, _, _ in heap]
    sorted_into = copydesk.group_stories([{"text": text} for text in texts])
    of_true, of_found = collections.defaultdict(set), collections.defaultdict(set)
    for n, (story, number) in enumerate(zip(true, sorted_into, strict=True)):
        of_true[story].add(n)
        of_found[number].add(n)
    exact = [story for story, ns in of_true.items() if ns in of_found.values()]
    if show:
        for story, ns in of_true.items():
            if story not in exact:
                print("SORTED", story, [[true[m] for m in of_found[sorted_into[n]]] for n in ns])
    names = [str(n) for n in range(len(texts))]
    claims = [c for row in copydesk.extract_claims(texts, outlet=names, id=names) for c in row]
    joined = collections.defaultdict(list)
    for claim in copydesk.match_claims(claims):
        if claim.cluster is not None:
            joined[claim.cluster].append(claim)
    across = [found for found in joined.values() if len({true[int(c.document)] for c in found}) > 1]
    if show:
        for found in across:
            print("ACROSS", *(f"{true[int(c.document)]} | {c.speaker} | {c.text}" for c in found), sep="\n    ")
    several = [story for story, ns in of_true.items() if len(ns) > 1]
    alone = [story for story, ns in of_true.items() if len(ns) == 1]
    return (len([s for s in several if s in exact]), len(several), len([s for s in alone if s in exact]), len(alone),
            len(across), len(joined))


def main():
    show = "--show" in sys.argv
    sets = [("sample", sample, True), ("invented dev", lambda: heap("dev"), True)]
    sets += [("invented held", lambda: heap("held"), False)] if invented("held") else []
    sets = ([("stories", stories, True)] if DATA.is_dir() else []) + sets
    print(f"{'':24}{'P':>8}{'R':>8}{'F1':>8}{'pairs':>8}")
    for name, load, seen in sets:
        docs, groups = load()
        for way in (extracted, given):
            figures = score(docs, groups, way(docs), show and seen)
            print(f"{name} {way.__name__:<{23 - len(name)}}" + "".join(f"{x:8.1f}" for x in figures[:3]) + f"{figures[3]:8}")
    if DATA.is_dir():
        docs, groups = stories()
        claims, clusters = amid(docs)
        precision, recall, f1, pairs = score(docs, groups, claims)
        print(f"{'stories amid 840 articles':24}{precision:7.1f}{recall:8.1f}{f1:8.1f}{pairs:8}, {clusters} clusters in all")
    told, of, shown = planted()
    print(f"sample, planted disagreements: {told} of {of} told, {shown} conflicts shown")
    if len(sys.argv) < 3:
        exact, of, alone, singles, across, clusters = mixed(("dev", "held"))
        print(f"a mixed heap: {exact} of {of} stories found exactly, {alone} of {singles} articles left alone")
        print(f"matched without stories: {across} of {clusters} clusters join claims of two stories")
    if DATA.is_dir():
        found, of, right, shown = disputed_stories(show)
        print(f"stories, disagreements: {found} of {of} shown, {right} of the {shown} conflicts are one")
    for part in ("dev", "held"):
        found, of, right, shown = disputed(part, show and part == "dev")
        print(f"invented {part}, disagreements: {found} of {of} shown, {right} of the {shown} conflicts are one")
    print()
    report_pairs.print_table()


if __name__ == "__main__":
    main()
