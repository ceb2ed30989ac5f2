"""Subject, predicate and object of main clauses against the parses of a UD treebank.

`python benches/frame_german.py [LANGUAGE [TREEBANK]]` reads each sentence of a development part in
`$COPYDESK_DATA/syntax/` by itself and compares each of its claims with the parse of the words that it holds: the head of a
claim is the word whose own head stands outside of it. Of the claims whose head has a subject: how often one is given, how
often it holds the head of the gold subject and nothing beyond its subtree, how often the predicate holds the gold verb
(of "ist krank" the copula or what is said). Of those whose head has an object how often it is found, and how many of all
objects given are right. Even sentences may be tuned on; of odd ones only the figures are looked at.
"""

import gzip
import os
import sys
from pathlib import Path

import copydesk

TREEBANKS = {
    "de": "de_gsd",
    "en": "en_ewt",
    "fr": "fr_gsd",
    "es": "es_gsd",
    "it": "it_isdt",
    "nl": "nl_alpino",
    "pt": "pt_bosque",
    "ru": "ru_gsd",
}
COUNTED = (
    "clauses",
    "subjects",
    "right subjects",
    "predicates",
    "right predicates",
    "both right",
    "objects",
    "right objects",
    "gold objects",
    "gold objects found",
)


def sentences(path):
    """(text, words) of each sentence; a word is (start, end, head, relation, part of speech), a head its place."""
    text, rows, merged = "", [], {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# text = "):
                text = line[9:]
            elif line and line[0] != "#":
                fields = line.split("\t")
                if fields[0].isdigit():
                    rows.append(fields)
                elif "-" in fields[0]:
                    first, last = map(int, fields[0].split("-"))
                    merged.update(dict.fromkeys(range(first, last + 1), (first, fields[1])))
            elif not line and rows:
                yield text, located(text, rows, merged)
                rows, merged = [], {}


def located(text, rows, merged):
    words, at, ends = [], 0, {}
    for number, fields in enumerate(rows, 1):
        first, form = merged.get(number, (number, fields[1]))
        if first == number:
            start = text.find(form, at)
            start = at if start < 0 else start
            at = start + len(form)
            ends[number] = (start, at)
        else:
            ends[number] = ends[first]
        words.append((*ends[number], int(fields[6]) - 1, fields[7], fields[3]))
    return words


def subtree(words, head):
    """The places of a word and of all that hangs on it."""
    found = {head}
    while True:
        more = {at for at, word in enumerate(words) if word[2] in found} - found
        if not more:
            return found
        found |= more


def inside(words, spans):
    """The places of the words that lie in spans."""
    return {at for at, (start, end, *_) in enumerate(words) if any(s < end and start < e for s, e in spans)}


def covers(words, given, head):
    """Whether a span holds a head and nothing beyond its subtree but marks."""
    tree = subtree(words, head)
    return head in given and all(at in tree or words[at][4] == "PUNCT" for at in given)


def judge(words, claim, counts):
    """Counts what is given for one claim and what of it is right."""
    own = inside(words, claim.spans)
    heads = [at for at in own if words[at][2] not in own and words[at][4] != "PUNCT"]
    if len(heads) != 1:
        return
    head = heads[0]
    children = {at: words[at][3].split(":")[0] for at in sorted(own) if words[at][2] == head}

    def child(relation):
        return next((at for at, known in children.items() if known == relation), None)

    def held(span):
        return inside(words, [span]) if span is not None else None

    subject, predicate, given = map(held, (claim.subject_span, claim.predicate_span, claim.object_span))
    gold, wanted = child("nsubj"), child("obj")
    if gold is not None:
        verbs = {head}
        if words[head][4] not in ("VERB", "AUX"):
            verbs |= {at for at, relation in children.items() if relation in ("cop", "aux")}
        right_subject = subject is not None and covers(words, subject, gold)
        right_predicate = predicate is not None and bool(verbs & predicate)
        counts["clauses"] += 1
        counts["subjects"] += subject is not None
        counts["right subjects"] += right_subject
        counts["predicates"] += predicate is not None
        counts["right predicates"] += right_predicate
        counts["both right"] += right_subject and right_predicate
    counts["gold objects"] += wanted is not None
    if given is not None:
        right = wanted is not None and covers(words, given, wanted)
        # What is said of a subject ("is ill") is an object, too.
        said = child("cop") is not None and head in given
        counts["objects"] += 1
        counts["right objects"] += right or said
        counts["gold objects found"] += right


def measure(language, treebank):
    """Prints a line for each half of a treebank."""
    path = Path(os.environ["COPYDESK_DATA"]) / "syntax" / f"{treebank}-ud-dev.conllu.gz"
    titles = ("clauses", "subject given / right", "predicate given / right", "both right", "object found / right")
    print("    ".join((f"{language:4}", *titles)))
    read = list(sentences(path))
    for part, chosen in (("even", read[::2]), ("odd", read[1::2])):
        counts = dict.fromkeys(COUNTED, 0)
        texts = [text for text, _ in chosen]
        found = copydesk.extract_claims(texts, language=language, narrator=True)
        for (_, words), claims in zip(chosen, found, strict=True):
            for claim in claims:
                judge(words, claim, counts)

        def share(some, all_, counts=counts):
            return f"{100 * counts[some] / max(1, counts[all_]):.1f}"

        figures = (
            f"{counts['clauses']}",
            f"{share('subjects', 'clauses')} / {share('right subjects', 'subjects')}",
            f"{share('predicates', 'clauses')} / {share('right predicates', 'predicates')}",
            share("both right", "clauses"),
            f"{share('gold objects found', 'gold objects')} / {share('right objects', 'objects')}",
        )
        cells = (f"{figure:>{len(title)}}" for figure, title in zip(figures, titles, strict=True))
        print("    ".join((f"{part:4}", *cells)))


if __name__ == "__main__":
    language = sys.argv[1] if len(sys.argv) > 1 else "de"
    measure(language, sys.argv[2] if len(sys.argv) > 2 else TREEBANKS[language])
