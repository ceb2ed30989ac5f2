"""Articles as they were given, with their speakers coloured and their claims highlighted."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from typing import Any

from .._acts import VERBS
from .._labels import counted
from .parts import Voices, day, escape, link

_KINDS = {"direct": "", "mixed": "", "indirect": " cd-reported", "narrator": " cd-own"}


def article(row: Mapping[str, Any], claims: Sequence[tuple[int, Mapping[str, Any]]], voices: Voices, *, opened: bool) -> str:
    """One article; `claims` are those of its row with their numbers in the report."""
    about = " · ".join(
        part
        for part in (
            escape(row.get("outlet")),
            escape(", ".join(row.get("authors") or ())),
            day(row["published"]) if row.get("published") else "",
            escape(row.get("language")),
            counted(len(claims), "claim"),
        )
        if part
    )
    title = escape(row.get("title")) or escape(row.get("outlet")) or "untitled"
    # A link does not stand in the summary: that is a button itself.
    page = f'<p class="cd-note">{link(row["url"], "the page")}</p>' if row.get("url") else ""
    problem = f'<p class="cd-differ">Not analysed: {escape(row["error"])}</p>' if row.get("error") else ""
    language = f' lang="{escape(row["language"])}"' if row.get("language") else ""
    text = marked(str(row.get("text") or ""), row.get("lines") or (), claims, voices)
    return (
        f'<details class="cd-article" id="a{int(row["row"])}"{" open" if opened else ""}>'
        f'<summary><h3 style="display:inline">{title}</h3><span class="cd-sub">{about}</span></summary>'
        f'{page}{problem}<div class="cd-text" dir="auto"{language}>{text}</div></details>'
    )


def marked(
    text: str,
    lines: Sequence[Mapping[str, Any]],
    claims: Sequence[tuple[int, Mapping[str, Any]]],
    voices: Voices,
) -> str:
    """The text cut where a line, a claim or a speaker begins or ends; spans may overlap, elements do not."""
    size = len(text)
    labels = _Layer(size)
    for line in lines:
        if line["label"] not in ("body", "list", "quote", "table"):
            labels.add(line["start"], line["end"], line["label"])
    said, named = _Layer(size), _Layer(size)
    # Of claims that stand in one another the inner one, which is the shorter one, is shown.
    for number, claim in sorted(claims, key=lambda item: -_length(item[1])):
        for start, end in claim.get("spans") or ():
            said.add(start, end, (number, claim))
        if claim.get("source_span") is not None:
            start, end = claim["source_span"]
            named.add(start, end, claim)
    cuts = sorted({0, size, *labels.cuts, *said.cuts, *named.cuts})
    label_at, said_at, named_at = labels.at(cuts), said.at(cuts), named.at(cuts)
    parts: list[str] = []
    # A claim that another one interrupts is signed once, at its end.
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for position, seen in enumerate(said_at[:-1]):
        if seen is not None and text[cuts[position] : cuts[position + 1]].strip():
            first.setdefault(seen[0], position)
            last[seen[0]] = position
    hidden = "".join(f'<span id="c{number}"></span>' for number, _ in claims if number not in first)
    for position, (start, end) in enumerate(zip(cuts, cuts[1:], strict=False)):
        words = escape(text[start:end])
        claim_here, speaker_here = said_at[position], named_at[position]
        if claim_here is not None:
            number, claim = claim_here
            ends = {"first": first.get(number) == position, "last": last.get(number) == position}
            words = _claim(words, number, claim, voices, **ends) if words.strip() else words
        elif speaker_here is not None:
            voice = voices.number(speaker_here)
            words = f'<span class="cd-who{voices.colour(voice)}">{words}</span>'
        label = label_at[position]
        if label is not None and words.strip():
            words = f'<span class="{"cd-head" if label in ("heading", "title") else "cd-out"}">{words}</span>'
        parts.append(words)
    # Links to a claim that lies wholly under others lead to the top of the article.
    return hidden + "".join(parts)


def _length(claim: Mapping[str, Any]) -> int:
    return sum(end - start for start, end in claim.get("spans") or ())


def _claim(words: str, number: int, claim: Mapping[str, Any], voices: Voices, *, first: bool, last: bool) -> str:
    voice = voices.number(claim)
    who = claim.get("speaker") or ("the outlet itself" if claim.get("kind") == "narrator" else "somebody")
    title = f"{who} {VERBS.get(str(claim.get('act')), 'says')} ({claim.get('kind')})"
    anchor = f' id="c{number}"' if first else ""
    sign = f"<sup>{voice}</sup>" if last and voice is not None else ""
    kind = _KINDS.get(str(claim.get("kind")), "")
    return f'<span class="cd-claim{kind}{voices.colour(voice)}"{anchor} title="{escape(title)}">{words}{sign}</span>'


class _Layer:
    """Spans of one kind over a text; where two overlap, the one that was added later is seen."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._spans: list[tuple[int, int, Any]] = []
        self.cuts: set[int] = set()

    def add(self, start: Any, end: Any, value: Any) -> None:
        """Adds a span; one that does not lie in the text is left out."""
        if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= self._size:
            self._spans.append((start, end, value))
            self.cuts |= {start, end}

    def at(self, cuts: Sequence[int]) -> list[Any]:
        """What is seen between each cut and the next."""
        starts = sorted(range(len(self._spans)), key=lambda n: self._spans[n][0])
        seen: list[Any] = []
        open_now: list[tuple[int, int]] = []
        following = 0
        for cut in cuts:
            while following < len(starts) and self._spans[starts[following]][0] <= cut:
                number = starts[following]
                heapq.heappush(open_now, (-number, self._spans[number][1]))
                following += 1
            while open_now and open_now[0][1] <= cut:
                heapq.heappop(open_now)
            seen.append(self._spans[-open_now[0][0]][2] if open_now else None)
        return seen
