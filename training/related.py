"""Writes src/coverage/data/related.txt, English words that may stand for one another, and opposites.txt, words of the contrary
meaning, both read off WordNet.

    python training/related.py FOLDER        FOLDER: WordNet's `dict` (data.noun, index.noun, ...)

Near are words of one synset, as long as it is one of the first three senses of either, and words that are derived from one
another; wider are a word and the word above it, in the first two senses of either, where neither has too many of them. Only
words that news uses are kept: they are counted in the texts of $COPYDESK_DATA (../shared/data). A verb with a particle
("lay off") is one word, and near to the noun that is written like it. Words are stems, without marks on letters.
"""

import collections
import gzip
import json
import os
import re
import sys
from pathlib import Path

import copydesk

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("COPYDESK_DATA", ROOT.parent / "shared" / "data"))
LISTS = ROOT / "src" / "coverage" / "data"
PARTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
USED, VERB_USED, NOUN_USED = 4, 20, 2
"""How often news must use a word, a verb that takes a particle, and the noun made of both or a word that has a contrary."""
SENSES, WIDER_SENSES, MOST = 3, 2, 40
VERB_SENSES = 4
"""Among how many senses of a verb the one must be that has a contrary: "hire" is that of the fourth of "fire"."""


def entries(name):
    """The lines of a list that the core reads: what stands before the colon, and the words after it."""
    for line in (LISTS / name).read_text(encoding="utf-8").splitlines():
        head, colon, words = line.partition(": ")
        if colon and not line.startswith("#"):
            yield head, words.split()


PARTICLES = {word for head, words in entries("grammar.txt") if head == "particle en" for word in words}

HEAD = """# English words that may stand for one another, as stems: near ones behind the colon, wider and narrower ones behind the bar.
# Written by training/related.py from WordNet 3.1, Copyright 2011 by Princeton University, see NOTICE. Of a pair the word that
# comes first in the alphabet has the line.
"""

OPPOSITES = """# English words of the contrary meaning, as stems, a pair a line. Written by training/related.py from WordNet 3.1,
# Copyright 2011 by Princeton University, see NOTICE.
"""


def counted():
    """How often English news uses each word."""
    texts = []
    for part in ("train", "dev"):
        with gzip.open(DATA / "attribution" / f"polnear-{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
    with gzip.open(DATA / "boilerplate" / "scraped.jsonl.gz", "rt", encoding="utf-8") as lines:
        pages = [json.loads(line)["scraped"] for line in lines]
    texts += [page for page, found in zip(pages, copydesk.detect_language(pages), strict=True) if found.code == "en"]
    return collections.Counter(word for text in texts for word in re.findall("[a-z]+", text.lower()))


def wordnet(folder):
    """The place of each synset among the senses of a word, and the synsets with their words and pointers."""
    senses, synsets = {}, {}
    for part in sorted(set(PARTS.values())):
        for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                places = fields[-int(fields[2]) :]
                senses[part, fields[0]] = {place: rank for rank, place in enumerate(places, 1)}
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                fields = line.split(" | ")[0].split()
                count = int(fields[3], 16)
                words = [re.sub(r"\(.*\)", "", word).lower() for word in fields[4 : 4 + 2 * count : 2]]
                rest = fields[5 + 2 * count :]
                pointers = [rest[n : n + 4] for n in range(0, 4 * int(fields[4 + 2 * count]), 4)]
                synsets[part, fields[0]] = words, pointers
    return senses, synsets


def pairs(senses, synsets, counts):
    """Near pairs of words and wider ones."""

    def used(word):
        verb, _, particle = word.partition("_")
        if particle:
            return particle in PARTICLES and verb.isalpha() and counts[verb] >= VERB_USED
        return word.isalpha() and len(word) > 2 and counts[word] >= USED

    def first(synset, most):
        part, place = synset
        words = synsets[synset][0]
        return [word for word in words if used(word) and senses.get((part, word), {}).get(place, 99) <= most]

    near, wider = set(), set()
    for synset, (words, pointers) in synsets.items():
        usual = first(synset, SENSES)
        near |= {frozenset((a, b)) for a in usual for b in usual if a != b}
        for sign, place, part, ends in pointers:
            other = PARTS[part], place
            here, there = int(ends[:2], 16), int(ends[2:], 16)
            if sign == "+" and here and there:
                pair = {words[here - 1], synsets[other][0][there - 1]}
                near |= {frozenset(pair)} if len(pair) == 2 and all(map(used, pair)) else set()
            most = {"@": WIDER_SENSES, "&": 1}.get(sign)
            if most:
                above = first(other, most)
                wider |= {frozenset((a, b)) for a in first(synset, most) for b in above if a != b}
    for part, word in senses:
        noun = word.replace("_", "")
        if part == "verb" and "_" in word and used(word) and counts[noun] >= NOUN_USED:
            near.add(frozenset((word, noun)))
    return near, wider


def opposites(senses, synsets, counts):
    """Pairs of adjectives, adverbs and verbs of the contrary meaning, in the usual senses of both."""
    found = set()
    for (part, place), (words, pointers) in synsets.items():
        most = VERB_SENSES if part == "verb" else WIDER_SENSES
        for sign, other, kind, ends in pointers:
            here, there = int(ends[:2], 16), int(ends[2:], 16)
            if sign != "!" or part == "noun":
                continue
            # Of the words that have the same meaning, only those that have it first: "drunk" with "intoxicated".
            sides = (((part, place), here), ((PARTS[kind], other), there))
            left, right = (
                [
                    word
                    for at, word in enumerate(synsets[synset][0], 1)
                    if word.isalpha() and counts[word] >= NOUN_USED
                    and senses.get((synset[0], word), {}).get(synset[1], 99) <= (most if at == n else 1)
                ]
                for synset, n in sides
            )
            found |= {frozenset((a, b)) for a in left for b in right if a != b}
    return found


def stems(words):
    """The stem of each word; of a verb with its particle, that of the verb."""
    irregular = {form: word for word, forms in entries("irregular.txt") for form in forms}
    heads = [irregular.get(head, head) for head in (word.partition("_")[0] for word in words)]
    ends = ["".join(word.partition("_")[1:]) for word in words]
    return {word: stem + end for word, stem, end in zip(words, copydesk.stem_words(heads, "en"), ends, strict=True)}


def main():
    words, counts = wordnet(Path(sys.argv[1])), counted()
    (near, wider), contrary = pairs(*words, counts), opposites(*words, counts)
    stem_of = stems(sorted({word for pair in near | wider | contrary for word in pair}))
    contrary = {tuple(sorted(map(stem_of.get, pair))) for pair in contrary}
    body = "".join(f"{a} {b}\n" for a, b in sorted(contrary) if a != b)
    (LISTS / "opposites.txt").write_text(OPPOSITES + body, encoding="utf-8")
    near, wider = ({frozenset(map(stem_of.get, pair)) for pair in found} for found in (near, wider))
    near, wider = ({tuple(sorted(pair)) for pair in found if len(pair) == 2} for found in (near, wider))
    wider -= near
    degree = collections.Counter(word for pair in wider for word in pair)
    wider = {pair for pair in wider if max(map(degree.get, pair)) <= MOST}
    lines = collections.defaultdict(lambda: ([], []))
    for place, found in enumerate((near, wider)):
        for a, b in sorted(found):
            lines[a][place].append(b)
    body = "".join(f"{word}: {' '.join(lines[word][0])}|{' '.join(lines[word][1])}\n" for word in sorted(lines))
    (LISTS / "related.txt").write_text(HEAD + body, encoding="utf-8")
    print(f"{len(lines)} lines, {len(near)} near pairs, {len(wider)} wider ones")


if __name__ == "__main__":
    main()
