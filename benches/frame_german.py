"""Subject, predicate and object of main clauses against the parses of a UD treebank.

`python benches/frame_german.py [LANGUAGE [TREEBANK]]` reads each sentence of a development part in
`$COPYDESK_DATA/syntax/` by itself and compares each of its claims with the parse of the words that it holds: the head of a
claim is the word whose own head stands outside of it. Of the claims whose head has a subject: how often one is given, how
often it holds the head of the gold subject and nothing beyond its subtree, how often the predicate holds the gold verb
(of "ist krank" the copula or what is said). Of those whose head has an object how often it is found, and how many of all
objects given are right. Even sentences may be tuned on; of odd ones only the figures are looked at.
"""

import sys

from treebanks import parses

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


def covers(parse, given, head):
    """Whether a span holds a head and nothing beyond its subtree but marks."""
    tree = parse.subtree(head)
    return head in given and all(at in tree or parse.pos[at] == "PUNCT" for at in given)


def judge(parse, claim, counts):
    """Counts what is given for one claim and what of it is right."""
    own = parse.within(*claim.spans)
    heads = [at for at in own if parse.head[at] not in own and parse.pos[at] != "PUNCT"]
    if len(heads) != 1:
        return
    head = heads[0]
    children = {at: parse.relation[at].split(":")[0] for at in sorted(own) if parse.head[at] == head}

    def child(relation):
        return next((at for at, known in children.items() if known == relation), None)

    def held(span):
        return parse.within(span) if span is not None else None

    subject, predicate, given = map(held, (claim.subject_span, claim.predicate_span, claim.object_span))
    gold, wanted = child("nsubj"), child("obj")
    if gold is not None:
        verbs = {head}
        if parse.pos[head] not in ("VERB", "AUX"):
            verbs |= {at for at, relation in children.items() if relation in ("cop", "aux")}
        right_subject = subject is not None and covers(parse, subject, gold)
        right_predicate = predicate is not None and bool(verbs & predicate)
        counts["clauses"] += 1
        counts["subjects"] += subject is not None
        counts["right subjects"] += right_subject
        counts["predicates"] += predicate is not None
        counts["right predicates"] += right_predicate
        counts["both right"] += right_subject and right_predicate
    counts["gold objects"] += wanted is not None
    if given is not None:
        right = wanted is not None and covers(parse, given, wanted)
        # What is said of a subject ("is ill") is an object, too.
        said = child("cop") is not None and head in given
        counts["objects"] += 1
        counts["right objects"] += right or said
        counts["gold objects found"] += right


def measure(language, treebank):
    """Prints a line for each half of a treebank."""
    titles = ("clauses", "subject given / right", "predicate given / right", "both right", "object found / right")
    print("    ".join((f"{language:4}", *titles)))
    read = list(parses(f"{treebank}-ud-dev"))
    for part, chosen in (("even", read[::2]), ("odd", read[1::2])):
        counts = dict.fromkeys(COUNTED, 0)
        texts = [parse.text for parse in chosen]
        found = copydesk.extract_claims(texts, language=language, narrator=True)
        for parse, claims in zip(chosen, found, strict=True):
            for claim in claims:
                judge(parse, claim, counts)

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
