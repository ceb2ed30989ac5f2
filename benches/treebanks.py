"""Sentences of the treebanks in `$COPYDESK_DATA/syntax` (default `../shared/data`) with their trees, for what measures frames."""

import gzip
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("COPYDESK_DATA", ROOT.parent / "shared" / "data")) / "syntax"
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")


class Parse:
    """A sentence with its tree; words count from 1, 0 is the root's head."""

    def __init__(self, text, rows):
        self.text, at = text, 0
        self.span, self.pos, self.head, self.relation, self.form = {}, {}, {}, {}, {}
        pieces = []
        for row in rows:
            if "." in row[0]:
                continue
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                start = text.find(row[1], at)
                at = start + len(row[1])
                pieces = [start, at, last]
                continue
            word, inside = int(row[0]), bool(pieces)
            start = text.find(row[1], pieces[0] if inside else at)
            if inside and (start < 0 or start + len(row[1]) > pieces[1]):
                start, end = pieces[0], pieces[1]
            else:
                end = start + len(row[1])
            self.span[word] = (start, end)
            if inside:
                pieces[0] = min(end, pieces[1] - 1)
                pieces = [] if word == pieces[2] else pieces
            else:
                at = end
            self.form[word], self.pos[word], self.head[word], self.relation[word] = row[1], row[3], int(row[6]), row[7]
        self.words = sorted(self.span)
        self.below = {word: [child for child in self.words if self.head[child] == word] for word in [0, *self.words]}

    def of(self, word, *relations):
        """The children of a word in some relations."""
        return [child for child in self.below[word] if self.relation[child] in relations]

    def subtree(self, word):
        """A word with all that depends on it."""
        found, open_ = set(), [word]
        while open_:
            found.add(last := open_.pop())
            open_ += self.below[last]
        return found

    def within(self, *spans):
        """The words that some spans hold or cut."""
        return {w for w, (start, end) in self.span.items() for one in spans if one and start < one[1] and end > one[0]}

    def subject(self, word):
        """The subject of a verb, of one that is joined to another that of the other."""
        for _ in self.words:
            if found := self.of(word, *SUBJECTS):
                return found[0]
            if self.relation[word] != "conj":
                return None
            word = self.head[word]
        return None

    def is_clause(self, word):
        """Whether a word is a verb, or has a copula, and has a subject."""
        return (self.pos[word] == "VERB" or self.of(word, "cop")) and self.subject(word) is not None

    def top(self, words):
        """The topmost word of some that stand together: the last whose head is none of them and that has its subject there."""
        heads = [word for word in words if self.head[word] not in words and self.pos[word] != "PUNCT"]
        clauses = [word for word in heads if self.is_clause(word) and self.subject(word) in words]
        return clauses[-1] if clauses else None


def parses(name):
    """The sentences of a treebank."""
    with gzip.open(DATA / f"{name}.conllu.gz", "rt", encoding="utf-8") as lines:
        for block in lines.read().split("\n\n"):
            text = next((line[9:] for line in block.split("\n") if line.startswith("# text = ")), None)
            if text:
                yield Parse(text, [line.split("\t") for line in block.split("\n") if line and line[0] != "#"])
