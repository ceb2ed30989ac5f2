"""Views of a coverage: the matrix, wordings side by side, conflicts, share of voice, likeness of outlets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .. import _acts, _labels
from .._sides import positions
from .parts import Voices, escape, scrolled
from .pictures import MAPPED, busiest

if TYPE_CHECKING:
    from .._conflicts import Conflict
    from ..coverage import Coverage

_KINDS = {"direct": "“quoted”", "mixed": "partly “quoted”", "indirect": "reported", "narrator": "own words"}
_CONFLICTS = {"number": "Numbers", "date": "Dates", "name": "Names", "polarity": "Yes or no", "speaker": "Who said it"}


def matrix(coverage: Coverage, voices: Voices, *, limit: int | None = None, linked: bool = True) -> str:
    """Claims x outlets; each cell says how the outlet has it, and what it says where outlets disagree."""
    differ = coverage._disputes
    clusters = list(coverage.members)[:limit]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in coverage.outlets)
    rows = []
    for cluster in clusters:
        typical = coverage.rows[coverage._typical[cluster]]
        cells = "".join(_cell(coverage, cluster, name, differ.get(cluster, ()), linked) for name in coverage.outlets)
        claim = escape(typical["text"])
        if linked:
            claim = f'<a href="#k{cluster}">{claim}</a>'
        badge = ' <span class="cd-badge">≠ they disagree</span>' if cluster in differ else ""
        rows.append(f'<tr><th scope="row">{claim}{badge}<span class="cd-sub">{voices.chip(typical)}</span></th>{cells}</tr>')
    more = len(coverage.members) - len(clusters)
    note = f'<p class="cd-note">{more:,} more shared claims are not shown.</p>' if more else ""
    table = (
        '<table class="cd-matrix"><caption>Claims that at least two outlets carry, in words of the side that most take; first '
        "those that most carry. "
        f"{_labels.NOT}: in a wording with a negation where the claim has none, or the other way about.</caption>"
        f'<thead><tr><th scope="col">Claim</th>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )
    return (scrolled(table, "Table of claims by outlet") if rows else "<p>No claim stands in more than one outlet.</p>") + note


def _cell(coverage: Coverage, cluster: int, outlet: str, differ: Sequence[Conflict], linked: bool) -> str:
    members = coverage.members[cluster]
    own = [n for n in members if coverage.rows[n]["outlet"] == outlet]
    if not own:
        return '<td><span class="cd-no">–</span></td>'
    said = [conflict.values[n] for conflict in differ for n in own if n in conflict.values]
    words = "; ".join(dict.fromkeys(said)) or _labels.told(coverage, own, _KINDS, "carried")
    cell = escape(words)
    if linked:
        cell = f'<a href="#c{own[0]}">{cell}</a>'
    return f'<td class="{"cd-off" if said else "cd-yes"}">{cell}</td>'


def wordings(
    coverage: Coverage, voices: Voices, *, limit: int | None = None, opened: int = 12, linked: bool = True
) -> str:
    """Each shared claim with its wordings, the longest first, and what changed in them marked."""
    differ = coverage._disputes
    return "".join(
        _card(coverage, cluster, differ.get(cluster, ()), voices, opened=number < opened, linked=linked)
        for number, cluster in enumerate(list(coverage.members)[:limit])
    )


def _card(
    coverage: Coverage, cluster: int, differ: Sequence[Conflict], voices: Voices, *, opened: bool, linked: bool
) -> str:
    typical = coverage.rows[coverage._typical[cluster]]
    entries = []
    for n, text, spans, judgement in coverage._wordings(cluster):
        row = coverage.rows[n]
        how = [_acts.told([row], _KINDS, "")]
        if judgement.original or judgement.back:
            what = "likely the original" if judgement.original else "likely translated back"
            how.insert(0, f"{what} ({'; '.join(judgement.reasons)})")
        if row.get("speaker") and voices.number(row) != voices.number(typical):
            how.append(f"said by {row['speaker']}")
        if row.get("via"):
            how.append(f"via {row['via']}")
        if row.get("language"):
            how.append(str(row["language"]))
        language = f' lang="{escape(row["language"])}"' if row.get("language") else ""
        jump = f'<a href="#c{n}" aria-label="in the article">¶</a> ' if linked else ""
        entries.append(
            f"<dt>{escape(row['outlet'])}</dt><dd>{jump}<span dir=\"auto\"{language}>{highlighted(text, spans)}</span>"
            f"<small>{escape(' · '.join(part for part in how if part))}</small></dd>"
        )
    boxes = "".join(_difference(coverage, conflict) for conflict in differ)
    badge = ' <span class="cd-badge">≠</span>' if differ else ""
    outlets = len(coverage._carriers(cluster))
    anchor = f' id="k{cluster}"' if linked else ""
    return (
        f'<details class="cd-card"{anchor}{" open" if opened else ""}><summary>'
        f'<h3 style="display:inline">{escape(typical["text"])}</h3>{badge}'
        f'<span class="cd-sub">{voices.chip(typical)} · {outlets} outlets</span></summary>'
        f"{boxes}<dl>{''.join(entries)}</dl></details>"
    )


def _difference(coverage: Coverage, conflict: Conflict) -> str:
    parts = [
        f"{' = '.join(f'<b>{escape(value)}</b>' for value in words)} {escape(', '.join(outlets))}"
        for words, outlets in positions(conflict, coverage._told)
    ]
    return f'<p class="cd-differ">{_CONFLICTS.get(conflict.kind, conflict.kind)}: {" · ".join(parts)}</p>'


def conflicts(coverage: Coverage) -> str:
    """Where outlets disagree, each with who says what."""
    items = []
    for cluster, found in coverage._disputes.items():
        claim = escape(coverage.rows[coverage._typical[cluster]]["text"])
        boxes = "".join(_difference(coverage, conflict) for conflict in found)
        items.append(f'<div class="cd-card"><h3><a href="#k{cluster}">{claim}</a></h3>{boxes}</div>')
    for conflict in coverage.disagreements:
        if conflict.cluster is None:
            told = escape(coverage._told[next(iter(conflict.values))]["text"])
            items.append(f'<div class="cd-card"><h3>{told}</h3>{_difference(coverage, conflict)}</div>')
    return "".join(items) or "<p>None were found among the shared claims.</p>"


def highlighted(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with its spans marked."""
    parts, at = [], 0
    for start, end in spans:
        parts += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
        at = end
    return "".join([*parts, escape(text[at:])])


def voices_table(coverage: Coverage, voices: Voices, *, limit: int = 20) -> str:
    """Share of voice: how many claims of each speaker each outlet carries."""
    counts: list[dict[str, int]] = [{} for _ in voices.names]
    for row in coverage.rows:
        number = voices.number(row)
        if number is not None:
            counts[number - 1][row["outlet"]] = counts[number - 1].get(row["outlet"], 0) + 1
    most = max((n for of in counts for n in of.values()), default=1)
    rows = []
    for number, (name, of) in enumerate(list(zip(voices.names, counts, strict=True))[:limit], 1):
        cells = "".join(_bar(of.get(outlet, 0), most) for outlet in coverage.outlets)
        chip = f'<span class="cd-speaker{voices.colour(number)}">{escape(name)} <sup>{number}</sup></span>'
        rows.append(f'<tr><th scope="row">{chip}</th>{cells}</tr>')
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in coverage.outlets)
    table = (
        '<table class="cd-figures"><caption>Claims of each speaker, by outlet.</caption>'
        f'<thead><tr><th scope="col">Speaker</th>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )
    return scrolled(table, "Table of speakers by outlet") if rows else "<p>No speaker is named.</p>"


def _bar(count: int, most: int) -> str:
    if not count:
        return '<td class="cd-no">–</td>'
    return f'<td class="cd-num"><span class="cd-bar" style="width:{count / most * 3.5:.2f}rem"></span>{count}</td>'


def likeness(coverage: Coverage) -> str:
    """Outlets x outlets: what share of the claims of the one, in the rows, the other carries as well."""
    pairs: dict[tuple[str, str], dict[str, Any]] = {
        (pair["outlet"], pair["other"]): pair for pair in coverage.similar_pairs
    }
    rows = []
    names = busiest(coverage, MAPPED)
    for number, name in enumerate(names, 1):
        cells = []
        for other in names:
            pair = pairs.get((name, other))
            if pair is None:
                cells.append('<td class="cd-no">–</td>')
                continue
            share = round(100 * pair["of_outlet"])
            cells.append(
                f'<td style="background:color-mix(in srgb,var(--yes) {share * 0.35:.0f}%,transparent)" class="cd-num">'
                f"{share} % <span class='cd-sub'>{_labels.counted(pair['shared'], 'claim')}{_copy(pair)}</span></td>"
            )
        rows.append(f'<tr><th scope="row">{number} {escape(name)}</th>{"".join(cells)}</tr>')
    head = "".join(f'<th scope="col">{number} {escape(name)}</th>' for number, name in enumerate(names, 1))
    table = (
        '<table class="cd-figures"><caption>How much of what the outlet in the row carries, the outlet in the column carries too.</caption>'
        f'<thead><tr><th scope="col">Outlet</th>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )
    return scrolled(table, "Table of outlets by outlet")


def _copy(pair: dict[str, Any]) -> str:
    """What a pair of outlets shares beside claims: copy, an agency."""
    copied = f", {round(100 * pair['same_text'])} % of its copy" if (pair["same_text"] or 0) >= 0.1 else ""
    return copied + (f", both credit {escape(pair['agency'])}" if pair["agency"] else "")
