"""Subject, predicate and object of claims against treebanks: `make bench-frame`.

    python benches/frame_syntax.py [--errors N]

Reads the development parts of UD English EWT (to tune on) and GUM (to evaluate on alone) in `$COPYDESK_DATA/syntax` (default
`../shared/data`). Each sentence is a text of its own; its claims, the outlet's own and those of speakers, are scored one by one.
What a claim is about is the topmost word of the parse among its own, if that is a verb or has a copula and its subject is in
the claim. Of those: how often there is a predicate, how often it holds the topmost verb (the copula, where there is one), how often
the subject holds the head of the parse's subject with nothing from outside of its subtree, and the same of the object, where
there is one; and how often an object is given where the parse has neither object nor complement. A predicate may hold the verbs that
its verb governs ("wants to talk"); then the object is that of the last one. "none" is the share of sentences whose main clause is in no claim.
"""

import argparse
import random
from collections import Counter

from treebanks import parses

import copydesk

TREEBANKS = ("en_ewt-ud-dev", "en_gum-ud-dev")
GOVERNED = ("xcomp",)
COMPLEMENTS = ("ccomp", "xcomp")


def score(parse, claim, top, count):
    """Counts what is right of a claim; the names of what is wrong."""
    wrong = []
    subject, predicate, object_ = map(parse.within, (claim.subject_span, claim.predicate_span, claim.object_span))
    copula = parse.of(top, "cop")
    count["claims"] += 1
    count["answered"] += bool(predicate)
    # Of a copula's own clause the auxiliaries are in the group as well; its complement is the object.
    holds = (copula[0] if copula else top) in predicate and not (predicate - parse.subtree(top))
    count["predicate"] += holds
    wrong += [] if holds else ["predicate"]
    gold = parse.subject(top)
    # "There is", "It is clear that": a subject that stands for another one.
    there = parse.of(top, "expl") and not subject - set(parse.of(top, "expl"))
    whole = parse.subtree(gold)
    inside = {word for word in subject if parse.pos[word] != "PUNCT"} <= whole
    right = gold in subject and inside or there
    count["subject"] += bool(right)
    wrong += [] if right else ["subject"]
    parts = {word for word in whole if parse.pos[word] != "PUNCT"}
    count["subject begins"] += bool(right) and (not subject or min(subject) == min(parts))
    verb = top
    while following := [word for word in parse.of(verb, *GOVERNED) if word in predicate]:
        verb = following[0]
    objects = [verb] if parse.of(verb, "cop") else parse.of(verb, "obj")
    complements = parse.of(verb, *COMPLEMENTS)
    if parse.of(verb, "expl") and gold not in subject:
        # "There are | two bridges"
        objects, complements = objects or [gold], complements
    if objects:
        count["objects"] += 1
        tree = parse.subtree(objects[0])
        spare = set(complements)
        for word in complements + parse.of(verb, "obl", "advmod", "obl:unmarked"):
            tree |= parse.subtree(word)
        found = objects[0] in object_ and {w for w in object_ if parse.pos[w] != "PUNCT"} <= tree | spare
        count["object"] += found
        wrong += [] if found else ["object"]
    elif not complements:
        count["objectless"] += 1
        adpositional = object_ & {w for o in parse.of(verb, "obl") for w in parse.subtree(o)}
        count["object of nothing"] += bool(object_) and not adpositional
        count["object of an adposition"] += bool(object_) and bool(adpositional)
        wrong += ["no object"] if object_ else []
    return wrong


def measure(name, errors):
    """Prints a line for a treebank, and some of its errors."""
    count, shown = Counter(), []
    given = list(parses(name))
    found = copydesk.extract_claims([parse.text for parse in given], language="en", narrator=True)
    for parse, claims in zip(given, found, strict=True):
        root = parse.below[0][0]
        main = parse.is_clause(root) and not parse.text.rstrip().endswith("?")
        count["main"] += bool(main)
        tops = set()
        for claim in claims:
            words = parse.within(*claim.spans)
            top = parse.top(words)
            if top is None:
                count["other"] += 1
                continue
            tops.add(top)
            wrong = score(parse, claim, top, count)
            if wrong:
                shown.append((wrong, parse.text, claim, " ".join(parse.form[w] for w in [parse.subject(top), top])))
        count["missing"] += bool(main and root not in tops and not any(claim.attribution is not None for claim in claims))
    share = lambda part, whole: f"{100 * count[part] / max(1, count[whole]):.1f}"  # noqa: E731
    print(
        f"{name:16} claims {count['claims']}: answered {share('answered', 'claims')}, predicate {share('predicate', 'claims')}, "
        f"subject {share('subject', 'claims')} (whole at its beginning {share('subject begins', 'claims')}), "
        f"object {share('object', 'objects')} of {count['objects']}; objects of nothing {share('object of nothing', 'objectless')}, "
        f"of an adposition {share('object of an adposition', 'objectless')} of {count['objectless']}; "
        f"none {share('missing', 'main')} of {count['main']}; claims without a clause {count['other']}"
    )
    random.Random(7).shuffle(shown)
    for wrong, text, claim, gold in shown[:errors]:
        print(f"- {text}\n   {', '.join(wrong)} | gold {gold} | {claim.text}")
        print(f"   S={claim.subject} P={claim.predicate} O={claim.object}")


def main():
    """Prints a line for each treebank."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--errors", type=int, default=0, help="print so many claims with a part that is wrong, of EWT alone")
    errors = parser.parse_args().errors
    for name in TREEBANKS:
        measure(name, errors if name == TREEBANKS[0] else 0)


if __name__ == "__main__":
    main()
