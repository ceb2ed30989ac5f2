"""What a careful reader found in the packaged sample, as spans of whatever text an extractor works on.

Anchors in tests/data/sample-gold.json are words; here they become code point offsets into a given text: a scraped
file as it stands, an extracted article, or the gold's own paragraphs. White space and soft hyphens may differ.
"""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOLD = json.loads((ROOT / "tests" / "data" / "sample-gold.json").read_text(encoding="utf-8"))
DOCUMENTS = GOLD["documents"]


def article(name):
    """The gold's article: paragraphs and headings parted by a blank line."""
    return "\n\n".join(DOCUMENTS[name]["paragraphs"])


def find(text, words, start=0):
    """The span of the first place from `start` on where the words stand; ValueError where they do not."""
    letters = "\u00ad?".join
    pattern = r"\s+".join(letters(re.escape(letter) for letter in word) for word in words.split())
    match = re.compile(pattern).search(text, start)
    if match is None:
        raise ValueError(f"{words!r} does not stand in the text from {start} on")
    return match.span()


def spans(name, entry, text):
    """The content of an attribution as (start, end) pairs of `text`."""
    found, at = [], find(text, DOCUMENTS[name]["first"])[0]
    for first, last in entry["content"]:
        start, end = find(text, first, at)
        # Of an anchor that is all of the span, both ends are the same words.
        at = end if first == last else find(text, last, start)[1]
        found.append((start, at))
    return found


def attributions(name, text):
    """The attributions of a document, `content` resolved to spans of `text`."""
    return [dict(entry, content=spans(name, entry, text)) for entry in DOCUMENTS[name]["attributions"]]


def clusters():
    """Claim by claim, the ids of the attributions that carry it."""
    return {
        claim: [owner for name, words in members for owner in sorted(owners(name, words))]
        for claim, members in GOLD["clusters"].items()
    }


def owners(name, words):
    """The ids of the attributions of a document in which the words stand."""
    text = article(name)
    start, end = find(text, words)
    return {
        entry["id"]
        for entry in attributions(name, text)
        if any(a <= start and end <= b for a, b in entry["content"])
    }
