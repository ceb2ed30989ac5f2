"""Disagreements inside clusters, from pairs of claims to who says what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from . import _core
from ._columns import plain_options
from ._matching import numbered, record_columns

Pair = tuple[int, int, int, str, str, str, str | None, str | None, str | None]
"""Cluster, row, row, kind, the words of the one, those of the other, and of numbers the figures that they tell and a key of what
both count; as the core gives them."""

MENTIONS = {"number": "quantities", "date": "dates"}
"""Where a claim keeps what it says of a kind."""

BETWEEN = " … "
"""What stands between the stretches of a claim in its text."""


@dataclass(slots=True)
class Conflict:
    """A disagreement inside one cluster.

    Attributes:
        cluster: where; None where what disagrees is no shared claim: an outlet's own sentence, or claims that nothing but their
            meaning joins.
        kind: number, date, name, polarity or speaker.
        values: what each member says, by its row; a member that says nothing of it is left out.
        figures: the figure that a number tells, written alike in all languages: "12", ">300", "0" of "nobody".
        against: the pairs of rows that contradict each other.
    """

    cluster: int | None
    kind: str
    values: dict[int, str] = field(default_factory=dict)
    figures: dict[int, str] = field(default_factory=dict)
    against: list[tuple[int, int]] = field(default_factory=list)


def disputed(
    rows: Sequence[Mapping[str, Any]], aside: Sequence[Mapping[str, Any]], published: Sequence[datetime | None]
) -> tuple[list[Pair], dict[int, list[int]]]:
    """All disagreements: of claims within their clusters, of the outlets' own sentences `aside`, which are numbered behind the
    rows, and of names that reports on one story spell differently. The last two may have a number below 0 for their cluster.
    `published` tells when each was, rows first. With them, by these numbers, the rows that say the same in whatever voice, where
    sentences aside are among them: each may take a side."""
    told = [*rows, *aside]
    columns = record_columns(told)
    columns["story"] = numbered([row.get("story") for row in told])
    columns["published"] = [None if time is None else int(time.timestamp()) for time in published]
    # Sentences aside have no cluster.
    found = _core.conflicts(columns, [row["cluster"] for row in rows], plain_options(None, "claims"))
    members: dict[int, list[int]] = {}
    if aside:
        beside, members = _beside(columns, rows)
        found += beside
    found += _retold(columns, rows, found)
    return found + _misspelt(columns, told), members


def _beside(columns: dict[str, list[Any]], rows: Sequence[Mapping[str, Any]]) -> tuple[list[Pair], dict[int, list[int]]]:
    """Disagreements that show only where the outlets' own sentences are matched with the claims: one takes a side, or it joins
    two claims that nothing else joins. The clusters of the claims stay as they are: a pair belongs to that of its claim, or
    to a number below 0. With the rows that share each of these numbers."""
    options = plain_options(None, "claims")
    clusters = _core.match_claims(columns, None, None, options)
    shown = len(rows)
    known: dict[int, int] = {}
    for row, cluster in zip(rows, clusters[:shown], strict=True):
        if cluster is not None and row["cluster"] is not None:
            known.setdefault(cluster, row["cluster"])

    def place(pair: Pair) -> int:
        own = [rows[n]["cluster"] for n in pair[1:3] if n < shown and rows[n]["cluster"] is not None]
        return own[0] if own else known.get(pair[0], -1 - pair[0])

    def compared(pair: Pair) -> bool:
        a, b = pair[1:3]
        return max(a, b) < shown and rows[a]["cluster"] is not None and rows[a]["cluster"] == rows[b]["cluster"]

    members: dict[int, list[int]] = {}
    for n, cluster in enumerate(clusters):
        own = rows[n]["cluster"] if n < shown else None
        if own is None and cluster is not None:
            own = known.get(cluster, -1 - cluster)
        if own is not None:
            members.setdefault(own, []).append(n)
    found = _core.conflicts(columns, clusters, options)
    return [(place(pair), *pair[1:]) for pair in found if not compared(pair)], members


def _retold(columns: dict[str, list[Any]], rows: Sequence[Mapping[str, Any]], known: Sequence[Pair]) -> list[Pair]:
    """Disagreements between claims that nothing but what their words mean joins, beside those that are known of either claim;
    with the cluster of a claim, or the number below 0 of what else a claim of the pair is disputed in."""
    aside = [None] * (len(columns["text"]) - len(rows))
    clusters = [*(row["cluster"] for row in rows), *aside]
    shown = {cluster for cluster in clusters if cluster is not None}
    told = {(kind, row) for _, a, b, kind, *_ in known for row in (a, b)}
    found = _core.retold(columns, clusters, plain_options(None, "claims"))
    number = -1 - 2 * len(clusters)
    numbers = {(kind, row): cluster for cluster, a, b, kind, *_ in known for row in (a, b)}
    placed: list[Pair] = []
    for at, pair in enumerate(found):
        a, b = ((pair[3], row) for row in pair[1:3])
        if not {a, b} <= told:
            cluster = pair[0] if pair[0] in shown else numbers.get(a, numbers.get(b, number - at))
            numbers |= {a: cluster, b: cluster}
            placed.append((cluster, *pair[1:]))
    return placed


def _misspelt(columns: dict[str, list[Any]], rows: Sequence[Mapping[str, Any]]) -> list[Pair]:
    """Names of one person that reports on one story spell differently, each with a number below 0 for its cluster."""
    found = _core.spellings(columns, [row.get("cluster") for row in rows], plain_options(None, "claims"))
    # Which of the two names stands first in the table makes no other disagreement of it.
    places: dict[frozenset[str], int] = {}
    numbers = [places.setdefault(frozenset(names), -1 - len(rows) - len(places)) for _, _, *names in found]
    return [(number, a, b, "name", x, y, None, None, None) for number, (a, b, x, y) in zip(numbers, found, strict=True)]


def gathered(pairs: Iterable[Pair], members: Mapping[int, Sequence[int]], rows: Sequence[Mapping[str, Any]]) -> list[Conflict]:
    """Pairs that share a claim or its words as one disagreement, with all members that take a side.

    The core lists each pair of wordings once; others of the cluster that use the same words, or give the same number or date
    in another language, take the same side. Whether a claim is so is one question: "denies" and "says", "not closed" and
    "closed" are two answers to it.
    """
    found: dict[int, Conflict] = {}
    places: dict[tuple[int, str], list[int]] = {}
    answers: dict[tuple[str, int], int] = {}
    keys_of: dict[int, list[tuple[str, int]]] = {}
    counted: dict[int, str] = {}
    for number, (cluster, a, b, kind, a_words, b_words, a_figure, b_figure, thing) in enumerate(pairs):
        pair = {a: a_words, b: b_words}
        if kind == "polarity":
            # On yes or no: of one claim, or of one row, be it with another claim or with an outlet's own sentence.
            keys = [("claim", cluster), *(("row", row) for row in pair)]
            known = sorted({answers[key] for key in keys if key in answers})
            first, *others = known or [number]
            keys += [key for n in others for key in keys_of.pop(n)]
            keys_of.setdefault(first, []).extend(key for key in keys if answers.get(key) != first)
            answers.update(dict.fromkeys(keys, first))
        else:
            known = places.setdefault((cluster, kind), [])
            first, *others = [n for n in known if _touches(found[n], pair)] or [number]
        if first == number:
            found[number] = Conflict(cluster, kind)
            known.append(number)
        for other in others:
            joined = found.pop(other)
            if _is_aside(found[first]):
                found[first].cluster = joined.cluster
            found[first].values |= joined.values
            found[first].figures |= joined.figures
            found[first].against += joined.against
            known.remove(other)
        if _is_aside(found[first]):
            found[first].cluster = cluster
        found[first].against.append((a, b))
        if thing is not None:
            counted.setdefault(first, thing)
        for row, figure in zip(pair, (a_figure, b_figure), strict=True):
            if row not in found[first].values and figure is not None:
                found[first].figures[row] = figure
        for row, words in pair.items():
            found[first].values.setdefault(row, words)
    for conflict in found.values():
        if conflict.kind in ("number", "date", "name") and conflict.cluster is not None:
            _join(conflict, members.get(conflict.cluster, ()), rows)
        elif conflict.kind == "speaker" and conflict.cluster is not None:
            _join_speakers(conflict, members.get(conflict.cluster, ()), rows)
        conflict.values = {n: readable(rows[n], conflict.kind, words) for n, words in conflict.values.items()}
    return _told_once(found, counted, rows)


def _told_once(found: Mapping[int, Conflict], counted: Mapping[int, str], rows: Sequence[Mapping[str, Any]]) -> list[Conflict]:
    """The disagreements, one that two clusters or two clauses of the same sentences tell as one; `counted` says what those on
    numbers count."""
    shown: list[Conflict] = []
    alike: dict[tuple[Any, ...], list[Conflict]] = {}
    for number, conflict in found.items():
        key = _matter(conflict, counted.get(number), rows)
        known = alike.setdefault(key, []) if key is not None else []
        first = next((one for one in known if conflict.kind != "number" or _may_be_one(one, conflict, rows)), None)
        if first is None:
            shown.append(conflict)
            known.append(conflict)
            continue
        if _is_aside(first):
            first.cluster = conflict.cluster
        first.values = conflict.values | first.values
        first.figures = conflict.figures | first.figures
        first.against += conflict.against
    for conflict in shown:
        conflict.values = dict(sorted(conflict.values.items()))
    return shown


def _matter(conflict: Conflict, thing: str | None, rows: Sequence[Mapping[str, Any]]) -> tuple[Any, ...] | None:
    """What two disagreements that may be one have in common: the thing that is counted and its figures, or the sentences that
    are put into two mouths. None where nothing tells."""
    if conflict.kind == "number":
        figures = frozenset(conflict.figures.values())
        return ("number", thing, figures) if thing is not None and len(figures) > 1 else None
    if conflict.kind != "speaker":
        return None
    told = [rows[n] for n in conflict.values]
    sentences = {(row["row"], tuple(row["sentence"])) for row in told if row.get("sentence") and row.get("row") is not None}
    return ("speaker", frozenset(sentences)) if len(sentences) > 1 else None


def _may_be_one(one: Conflict, other: Conflict, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether two disagreements on the same figures are of one story, and no outlet stands on two sides."""
    if len({rows[n].get("story") for n in (*one.figures, *other.figures)}) > 1:
        return False

    def sides(conflict: Conflict) -> dict[Any, set[str]]:
        told: dict[Any, set[str]] = {}
        for n, figure in conflict.figures.items():
            told.setdefault(rows[n].get("outlet"), set()).add(figure)
        return told

    here, there = sides(one), sides(other)
    return not any(here[outlet].isdisjoint(there[outlet]) for outlet in here.keys() & there.keys())


def readable(row: Mapping[str, Any], kind: str, words: str) -> str:
    """A value as its text tells it: a number with what bounds it ("At least 25", "between 60 and 70 million euros", "a third"
    and not 0.333), a date in its words and not in ISO 8601.

    The core reads word by word; the quantities of the claim know where the expression begins, and where a range ends.
    """
    for mention in row.get(MENTIONS.get(kind, "")) or ():
        said = _said(row, mention)
        if said is None:
            continue
        if words == _named(kind, mention):
            return said
        found = said.find(words) if kind == "number" else -1
        if found >= 0:
            return said if part(mention, "upper") is not None else said[: found + len(words)]
    return words


def _said(row: Mapping[str, Any], mention: Any) -> str | None:
    """The words of a mention in the text of its claim, which may be of several stretches of its article."""
    start, end, text = part(mention, "start"), part(mention, "end"), str(row.get("text") or "")
    if start is None or end is None or row.get("start") is None:
        return None
    stretches = [tuple(stretch) for stretch in row.get("spans") or ()] or [(row["start"], row["start"] + len(text))]
    # Texts that somebody has changed are no longer what stands in the article.
    if sum(b - a for a, b in stretches) + len(BETWEEN) * (len(stretches) - 1) != len(text):
        return None
    at = 0
    for a, b in stretches:
        if a <= start < end <= b:
            return text[at + start - a : at + end - a]
        at += b - a + len(BETWEEN)
    return None


def _named(kind: str, mention: Any) -> str:
    """A mention as the core tells it where it finds no words for it."""
    if kind == "date":
        return str(part(mention, "value"))
    return _core.amount(mention)


def part(mention: Any, name: str) -> Any:
    """A field of a mention, which is a dict or an object."""
    return mention.get(name) if isinstance(mention, Mapping) else getattr(mention, name, None)


def _is_aside(conflict: Conflict) -> bool:
    """Whether no shared claim takes part in it so far."""
    return conflict.cluster is None or conflict.cluster < 0


def _touches(conflict: Conflict, pair: Mapping[int, str]) -> bool:
    known = {words.casefold() for words in conflict.values.values()}
    return any(words.casefold() in known for words in pair.values())


def _join(conflict: Conflict, members: Sequence[int], rows: Sequence[Mapping[str, Any]]) -> None:
    # The longest first: of "180,000" and "at least 180,000" a text that has both has said the longer.
    said = sorted(dict.fromkeys(conflict.values.values()), key=len, reverse=True)
    given = {amount(m) for row, words in conflict.values.items() for m in meant(rows[row], conflict.kind, words)}
    for row in members:
        if row in conflict.values:
            continue
        for words in said:
            if holds(str(rows[row]["text"] or ""), words):
                conflict.values[row] = words
                break
        else:
            own = [m for m in rows[row].get(MENTIONS.get(conflict.kind, "")) or () if amount(m) in given]
            # Who gives the values of both sides takes neither.
            if len({amount(mention) for mention in own}) == 1:
                conflict.values[row] = _named(conflict.kind, own[0])


def _join_speakers(conflict: Conflict, members: Sequence[int], rows: Sequence[Mapping[str, Any]]) -> None:
    """Whoever gives the claim to one of the disputed speakers takes that side, in whatever words."""
    disputed = {rows[row].get("speaker_key") or rows[row].get("speaker") for row in conflict.values} - {None}
    for row in members:
        speaker = rows[row].get("speaker")
        if row not in conflict.values and speaker and (rows[row].get("speaker_key") or speaker) in disputed:
            conflict.values[row] = str(speaker)


def meant(row: Mapping[str, Any], kind: str, words: str) -> list[Any]:
    """The quantities or dates that a claim gives in these words."""
    mentions = row.get(MENTIONS.get(kind, "")) or ()
    forms = ((mention, (_named(kind, mention), _said(row, mention))) for mention in mentions)
    return [m for m, told in forms if any(said and (holds(words, said) or holds(said, words)) for said in told)]


def holds(text: str, words: str) -> bool:
    """Whether a text has these words, and not as a part of others."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


def amount(mention: Any) -> tuple[Any, Any]:
    """The value of a quantity or date, and the end of a range."""
    return part(mention, "value"), part(mention, "upper")
