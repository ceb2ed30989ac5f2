"""What tells an original from a copy or a translation back: quotation marks, agency credits, times, words in common."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ._times import before
from ._wording import similarity

AGENCIES = {
    "AAP": r"AAP", "AFP": r"AFP|Agence France-Presse", "ANSA": r"ANSA", "AP": r"AP|Associated Press", "APA": r"APA",
    "Anadolu": r"Anadolu(?: Agency)?|AA", "Belga": r"Belga", "Bernama": r"Bernama", "DPA": r"[Dd]pa|DPA", "EFE": r"EFE",
    "IANS": r"IANS", "Interfax": r"Interfax", "KNA": r"KNA", "Kyodo": r"Kyodo", "Lusa": r"Lusa", "PA": r"PA Media",
    "PTI": r"PTI", "Reuters": r"Reuters", "RIA": r"RIA(?: Novosti)?", "TASS": r"TASS", "Ukrinform": r"Ukrinform",
    "UPI": r"UPI", "Xinhua": r"Xinhua", "Yonhap": r"Yonhap",
}  # fmt: skip
"""News agencies by the name under which they are listed, and how texts credit them."""
_NAMES = "|".join(f"(?P<a{n}>{pattern})" for n, pattern in enumerate(AGENCIES.values()))
_CREDIT = re.compile(rf"(?:[(\[/]\s*(?:{_NAMES})\s*[)\]/])|(?:(?:{_NAMES.replace('?P<a', '?P<b')})\s*(?:[-–—]|$))", re.M)
"""A credit stands in brackets, before a dash or at the end of a line: "(Reuters) -", "Source: AFP"."""
_WORD = re.compile(r"\w+")
_RUN = 5
"""So many words in a row that two texts share by chance only now and then."""
_ENDS = 400
"""Credits stand at the ends of an article: code points that are looked at there."""
_VERBATIM = 0.8
"""Share of the shorter wording's words from which two outlets carry one quotation."""
_SLIP = 0.05
"""How much less a wording may share with its copies than the two that share most: a letter, an article."""
_DRIFTED = 0.65
"""Share below which a quotation of the same words has been through more than an editor's hands."""
_COMPARED = 24
"""How many wordings are compared with each other."""


def agencies(text: str | None) -> list[str]:
    """The agencies that an article credits, by name.

    >>> agencies("GENEVA (Reuters) - Talks will go on.")
    ['Reuters']
    >>> agencies("She read Reuters every day.")
    []
    """
    if not text:
        return []
    names, found = list(AGENCIES), set()
    for part in (text[:_ENDS], text[-_ENDS:]):
        for match in _CREDIT.finditer(part):
            found |= {names[int(group[1:])] for group, words in match.groupdict().items() if words}
    return sorted(found)


def runs(texts: Sequence[str]) -> set[int]:
    """The runs of five words of some texts, hashed, so that copied text is found in any order.

    >>> len(runs(["a b c d e f"])), len(runs(["too short"]))
    (2, 0)
    """
    found: set[int] = set()
    for text in texts:
        words = _WORD.findall(text.casefold())
        found.update(hash(tuple(words[n : n + _RUN])) for n in range(len(words) - _RUN + 1))
    return found


@dataclass(slots=True)
class Judgement:
    """What is likely of one wording.

    Attributes:
        original: it is the words as they were said; None where nothing tells.
        back: it was translated, and translated back; None where no original is known.
        reasons: the evidence, in words.
    """

    original: bool | None = None
    back: bool | None = None
    reasons: list[str] = field(default_factory=list)


def judged(rows: Sequence[Mapping[str, Any]], times: Sequence[datetime | None], credits: Sequence[Sequence[str]]) -> list[Judgement]:
    """Which of the wordings of one claim, the longest first, is likely the original, and which came back from a translation.

    An original is quoted directly and at first hand. Length alone tells nothing, since a translation of a translation may
    be the longest; but two outlets hardly hit upon the same words, so that the longest one counts that another outlet
    carries in the same language word for word, or the only direct one where all are in one language; the earlier of equal
    ones, and all of them where no time tells. A direct quotation in the language of the original that shares too few of its
    words is likely a translation back.

    >>> said = lambda outlet, text, kind="direct": {"outlet": outlet, "text": text, "kind": kind, "language": "en"}
    >>> rows = [said("Herald", "We told them twice to close it"), said("Post", "Two times we did say it should shut"),
    ...         said("Courier", "We told them twice to close it")]
    >>> [(j.original, j.back) for j in judged(rows, [None] * 3, [[]] * 3)]
    [(True, False), (False, True), (True, False)]
    """
    found = [Judgement() for _ in rows]
    direct = [n for n, row in enumerate(rows) if row.get("kind") == "direct" and row.get("via") is None][:_COMPARED]
    words = [str(row.get("text") or "") for row in rows]

    def same_language(a: int, b: int) -> bool:
        return bool(rows[a].get("language") == rows[b].get("language"))

    def copies(n: int) -> dict[int, float]:
        others = (m for m in direct if m != n and rows[m]["outlet"] != rows[n]["outlet"] and same_language(n, m))
        return {m: share for m in others if (share := similarity(words[n], words[m])) >= _VERBATIM}

    carried = {n: copies(n) for n in direct}
    # Where two agree to the word, a third that is but near to them is another rendering, however long.
    best = max((max(shares.values()) for shares in carried.values() if shares), default=0.0)
    copied = [n for n in direct if carried[n] and max(carried[n].values()) >= best - _SLIP]
    chosen: int | None = None
    equal: set[int] = set()
    if copied:
        longest = len(words[copied[0]])
        alike = [n for n in copied if len(words[n]) >= 0.9 * longest and (n == copied[0] or n in carried[copied[0]])]
        chosen = alike[0]
        for n in alike:
            if before(times[n], times[chosen]):
                chosen = n
        said = _WORD.findall(words[chosen].casefold())
        equal = {n for n in alike if _WORD.findall(words[n].casefold()) == said and not before(times[chosen], times[n])}
        for n in equal:
            carriers = sorted({str(rows[m]["outlet"]) for m in carried[n] if m in copied})
            found[n].reasons.append("word for word in " + ", ".join(carriers))
    elif len(direct) == 1 and len({row.get("language") for row in rows}) == 1:
        chosen = direct[0]
        found[chosen].reasons.append("the only one in quotation marks")
    if chosen is None:
        return found
    if credits[chosen]:
        found[chosen].reasons.append("credits " + ", ".join(credits[chosen]))
    others = [time for row, time in zip(rows, times, strict=True) if row["outlet"] != rows[chosen]["outlet"] and time is not None]
    if others and all(before(times[chosen], time) for time in others):
        found[chosen].reasons.append("the earliest")
    for n, judgement in enumerate(found):
        judgement.original, judgement.back = n == chosen or n in equal, False
        if judgement.original or n not in direct or not same_language(n, chosen):
            continue
        share = similarity(words[chosen], words[n])
        if share < _DRIFTED:
            judgement.back = True
            judgement.reasons.append(f"in quotation marks, with {round(100 * share)} % of the original's words")
    return found
