"""The same claim across outlets: the claims x outlets table, wordings, disagreements."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any

from . import _acts, _evidence, _labels, _likeness, _saved, _tables, _wording
from ._conflicts import Conflict, disputed, gathered
from ._disagreements import disagreement_columns
from ._matching import cluster_number, with_lists
from ._tables import Column, Source, TableKind
from ._timeline import appearances, in_order
from ._times import first_of, moment, written
from ._voices import Speakers


class Coverage:
    """Who carries which claim, in which words: views of a claims table whose `cluster` is filled in.

    Every view is a table of the kind that the claims came in (a `Table` for lists). Where stories are known (`stories=True`, or a
    column `story`), `matrix`, `omitted`, `timeline` and `conflicts` have a column `story`, too.

    >>> from copydesk import match_claims
    >>> claims = match_claims([
    ...     {"outlet": "Herald", "text": "40,000 litres of solvent escaped"},
    ...     {"outlet": "Courier", "text": "about 40,000 litres of the solvent had escaped"},
    ...     {"outlet": "Courier", "text": "nobody was hurt at the plant"},
    ... ])
    >>> coverage = Coverage(claims)
    >>> coverage.matrix().column_names
    ['cluster', 'claim', 'speaker', 'outlets', 'Herald', 'Courier']
    >>> coverage.exclusive("Courier")["text"]
    ['nobody was hurt at the plant']
    """

    def __init__(
        self, claims: Any, *, outlet: str = "outlet", matched: bool = False, articles: Any = None, aside: Any = None
    ) -> None:
        """Takes a claims table, or a list of `Claim` objects or dicts, that `match_claims` has been over.

        Args:
            claims: the table; rows without text are passed over.
            outlet: name of the column of outlets.
            matched: whether it is certain that the claims were matched. Otherwise a table of several outlets in which no
                claim has a cluster is pointed out by a warning.
            articles: the table of the articles, as `Report.articles` gives it; its columns `row`, `text` and `published` tell
                when a claim appeared, and who copied whom. Without it, `published` may be a column of the claims.
            aside: claims that `conflicts` alone looks at, such as the outlets' own sentences. `Report` knows them.

        Raises:
            ValueError: there is no column `cluster`, or `articles` has no column `row`.
            InputTypeError: there is no column `text` or of outlets, or a value is of the wrong type.
        """
        source = Source(claims)
        if len(source) and not source.has("cluster"):
            raise ValueError("claims: there is no column 'cluster'; call match_claims first")
        clusters, outlets = source.column("cluster"), source.column(outlet)
        self._source = source
        self._outlet = outlet
        self.kind: TableKind = source.kind
        self.rows: list[dict[str, Any]] = with_lists(source.rows())
        """The claims as dicts, in the order of the table."""
        source.column("text")
        for number, (row, name, cluster) in enumerate(zip(self.rows, outlets, clusters, strict=True)):
            row["outlet"] = "" if name is None else str(name)
            row["cluster"] = None if cluster is None else cluster_number(cluster, number)
        self._articles: dict[Any, dict[str, Any]] = {}
        if articles is not None:
            table = Source(articles, "articles")
            if len(table) and not table.has("row"):
                raise ValueError("articles: there is no column 'row'; it numbers the articles as that of the claims does")
            self._articles = {row["row"]: row for row in table.rows()}
        self._aside: list[dict[str, Any]] = [] if aside is None else Source(aside, "aside").rows()
        for row in self._aside:
            row["outlet"] = "" if row.get("outlet") is None else str(row["outlet"])
        self._told: list[dict[str, Any]] = self.rows + self._aside
        """`rows`, and behind them those that only `conflicts` looks at."""
        self._said = [n for n in range(len(self.rows)) if self._text(n).strip()]
        # An outlet of whose articles no claim was read is one that says nothing of all that the others say.
        printed = [str(name) for row in self._articles.values() if (name := row.get(outlet)) is not None]
        self.outlets: list[str] = list(dict.fromkeys(printed + [self.rows[n]["outlet"] for n in self._said]))
        """The outlets of the articles and claims, in the order in which they come."""
        if not matched and len(self.outlets) > 1 and all(cluster is None for cluster in clusters):
            warnings.warn(
                "no claim has a cluster: either no two outlets make the same claim, or match_claims was not called",
                UserWarning,
                stacklevel=2,
            )

    @cached_property
    def members(self) -> dict[int, list[int]]:
        """The rows of each cluster; first the clusters that most outlets carry."""
        found: dict[int, list[int]] = {}
        for n in self._said:
            row = self.rows[n]
            if row["cluster"] is not None:
                found.setdefault(row["cluster"], []).append(n)
        carried = {cluster: len({self.rows[n]["outlet"] for n in rows}) for cluster, rows in found.items()}
        return dict(sorted(found.items(), key=lambda item: (-carried[item[0]], item[1][0])))

    @cached_property
    def _typical(self) -> dict[int, int]:
        """The row of each cluster whose wording stands for it."""
        return {k: _labels.label(self._told, rows, self._disputes.get(k, ())) for k, rows in self.members.items()}

    @cached_property
    def _disputes(self) -> dict[int, list[Conflict]]:
        """The conflicts of each cluster that has some."""
        found: dict[int, list[Conflict]] = {}
        for conflict in self.disagreements:
            if conflict.cluster is not None:
                found.setdefault(conflict.cluster, []).append(conflict)
        return found

    @cached_property
    def opposed(self) -> set[int]:
        """The rows that have a negation where the wording that stands for their claim has none, or the other way about."""
        return _labels.opposed(self.rows, self._typical, self.members)

    def _carriers(self, cluster: int) -> set[str]:
        """The outlets that carry it."""
        return {self.rows[n]["outlet"] for n in self.members[cluster]}

    def matrix(self) -> Any:
        """Claims x outlets: one row for each claim that several outlets carry, first those that most carry.

        Columns: cluster; claim (a typical wording of the side that most outlets take); speaker; outlets (how many); and one
        column for each outlet with its own wording. "[denies]" stands before what is denied, " | " between two wordings of one
        outlet, and null means that the outlet does not carry the claim."""
        return self._matrix(list(self.members))

    def omitted(self, outlet: str) -> Any:
        """The rows of `matrix` that at least two outlets carry and this one does not.

        What is carried is attributed to somebody: an outlet that tells the same in its own voice is here too. Where articles were
        sorted into stories, these are claims of stories that the outlet has an article of.
        """
        name = self._known(outlet)
        covered = {article.get("story") for article in self._articles.values() if str(article.get(self._outlet)) == name}
        covered |= {self._story(n) for n in self._said if self.rows[n]["outlet"] == name}
        told = [cluster for cluster, rows in self.members.items() if any(self._story(n) in covered for n in rows)]
        carriers = {cluster: self._carriers(cluster) for cluster in told}
        return self._matrix([cluster for cluster, names in carriers.items() if name not in names and len(names) > 1])

    def exclusive(self, outlet: str) -> Any:
        """The claims that no other outlet carries, as rows of the claims table."""
        name = self._known(outlet)
        shared = {cluster for cluster in self.members if self._carriers(cluster) != {name}}
        alone = [n for n in self._said if self.rows[n]["outlet"] == name and self.rows[n]["cluster"] not in shared]
        return self._source.take(alone, "claims")

    def wording(self, cluster: int) -> Any:
        """The wordings of one claim side by side, the longest first.

        Columns: outlet, document, text; changed (spans of `text` that the longest wording of the same language lacks); marked
        (the text with these words in brackets); kind, act, speaker, via, language; likely_original, likely_back_translation, and
        the evidence for either.

        The likely original is quoted directly and at first hand, in words that another outlet carries too or as the only
        one; of equal ones it is the earlier, or each where no time tells; null throughout where nothing tells which one is. A
        direct quotation in its language that shares less than two thirds of its words was likely translated, and translated back.

        Raises:
            KeyError: there is no such cluster.
        """
        if cluster not in self.members:
            some = ", ".join(map(str, list(self.members)[:8])) + (", …" if len(self.members) > 8 else "")
            raise KeyError(f"there is no cluster {cluster!r}; expected a number of the column 'cluster': {some or 'there is none'}")
        found = self._wordings(cluster)
        rows, texts = [n for n, *_ in found], [text for _, text, *_ in found]
        spans, likely = [spans for *_, spans, _ in found], [judgement for *_, judgement in found]
        columns: list[Column] = [
            ("outlet", "text", [self.rows[n]["outlet"] for n in rows]),
            ("document", "text", [None if (label := self.rows[n].get("document")) is None else str(label) for n in rows]),
            ("text", "text", texts),
            ("changed", "spans", spans),
            ("marked", "text", [_wording.marked(text, changed) for _, text, changed, _ in found]),
            *((name, "text", [self.rows[n].get(name) for n in rows]) for name in ("kind", "act", "speaker", "via", "language")),
            ("likely_original", "bool", [judgement.original for judgement in likely]),
            ("likely_back_translation", "bool", [judgement.back for judgement in likely]),
            ("evidence", "text", ["; ".join(judgement.reasons) or None for judgement in likely]),
        ]
        return self._table(columns)

    def _wordings(self, cluster: int) -> list[tuple[int, str, list[_wording.Span], _evidence.Judgement]]:
        """The rows of a claim, the longest wording first: each with its text, what changed in it, and what it likely is."""
        rows = sorted(self.members[cluster], key=lambda n: -len(self._text(n)))
        texts = [self._text(n) for n in rows]
        spans = _wording.changed(texts, [self.rows[n].get("language") for n in rows])
        credited = [self._credits.get(self.rows[n].get("row"), []) for n in rows]
        likely = _evidence.judged([self.rows[n] for n in rows], [self._time(n) for n in rows], credited)
        return list(zip(rows, texts, spans, likely, strict=True))

    @cached_property
    def _credits(self) -> dict[Any, list[str]]:
        return {row: _evidence.agencies(article.get("text")) for row, article in self._articles.items()}

    def _time(self, n: int) -> datetime | None:
        row = self._told[n]
        found = self._articles.get(row.get("row"), row).get("published")
        return found if isinstance(found, datetime) or found is None else moment(str(found))

    def timeline(self) -> Any:
        """When each shared claim appeared, the earliest first, those of unknown time last.

        Columns: cluster; claim; first (day or time, ISO 8601); first_outlet; outlets (how many); and one column for each outlet
        with the time when it first carried the claim.

        Midnight UTC counts as a day without a time; `first_outlet` is null where days alone leave open which was first.

        Raises:
            ValueError: no time of publication is known; give `analyze` a column `published`, or `articles=` here.
        """
        first = appearances(self.members, self.rows, self._time)
        if self.members and not any(first.values()):
            raise ValueError("timeline: no time of publication is known; analyze(..., published=) tells it")
        order = in_order(first)
        columns: list[Column] = [
            ("cluster", "int", order),
            ("claim", "text", [self._text(self._typical[cluster]) for cluster in order]),
            ("first", "text", [written(next(iter(first[cluster].values()), None)) for cluster in order]),
            ("first_outlet", "text", [first_of(first[cluster]) for cluster in order]),
            ("outlets", "int", [len(self._carriers(cluster)) for cluster in order]),
            *self._of_stories([self._typical[cluster] for cluster in order]),
        ]
        for name in self.outlets:
            told = [first[cluster].get(name) for cluster in order]
            columns.append((name, "text", [written(time) for time in told]))
        return self._table(columns)

    @cached_property
    def disagreements(self) -> list[Conflict]:
        """The conflicts, first those of the claims that most outlets carry; `values` names rows of `_told`."""
        members = self.members
        pairs, others = disputed(self.rows, self._aside, [*map(self._time, range(len(self._told)))])
        found = gathered(pairs, {**members, **others}, self._told)
        order = {cluster: place for place, cluster in enumerate(members)}
        for conflict in found:
            if conflict.cluster not in members:
                conflict.cluster = None
        return sorted(found, key=lambda conflict: len(order) if conflict.cluster is None else order[conflict.cluster])

    def conflicts(self) -> Any:
        """Where outlets disagree on what is otherwise the same claim: one row for each member that takes a side.

        Columns: conflict (a number); cluster; kind (number, date, name, polarity or speaker); outlet; value (what the member
        says, in its own words); text; side (a number, equal for members that agree); speaker; document; published (ISO 8601).

        - Members agree whatever their words: "3" and "trois", "at least 17" and "17", a speaker under two names.
        - Numbers disagree where they count the same and are too far apart. "About" reaches a tenth to either side (1,600, not 1,800,
          is "about 1,500"), two no further than one; "under" and a round "over" a quarter further, "more than 12" and two lower
          bounds without end, "up to" down to the half; plain figures agree if they are the same. "Nobody" disagrees with all.
        - No number disagrees with that of another day, place or round, nor with one that could be, one for a day with no sum, an
          amount with none of another subject ("the bridge", "repairs to the bridge"), several of one outlet with several of another.
        - Compared in whatever words they stand: the toll of each report, and in English a quotation with another that renders
          it, and a count or a day that each report alone has.
        - In English, who holds one place in two reports ("the prize went to Moe", "Lind won the prize"), and a thing in the place of
          another in like words ("in the engine room", "on the car deck") are a matter of names; not where a report has both.
        - Who does something to whom is a matter of names: "Orvane sued", "sued by Orvane".
        - What one denies and another says is a matter of polarity, whoever they are; `value` is then what each does ("denies",
          "says"). So is what one says of all and another denies of some. What is asked or demanded is left out.
        - First names of one family name that are alike ("Alan Pryce", "Adam Pryce") are a matter of names; other first names are
          two persons, and a matter of the speaker where both are quoted with one thing, or one with a saying, no plain fact, that
          the other is said to have said.

        A report compares the outlets' own sentences too. `cluster` is null where no shared claim takes part, as for two spellings.
        Texts published more than a week apart disagree on nothing but who said it: the later one may tell how things went on.
        """
        columns = disagreement_columns(self.disagreements, self._told, self._time)
        return self._table(columns + self._of_stories([n for conflict in self.disagreements for n in conflict.values]))

    def speakers(self) -> Any:
        """Share of voice: one row for each speaker, first those whom most outlets quote.

        Columns: speaker; speaker_type; claims (how many); outlets (how many); and one column for each outlet with its number of
        claims of that speaker.

        Persons of one family name are told apart by their first names; the family name alone, where it may mean several, has a
        row of its own. Two copies of an article in one outlet count once."""
        voices = Speakers(self.rows).voices(self.rows)
        names, ranked = [name for name, _ in voices], [rows for _, rows in voices]
        columns: list[Column] = [
            ("speaker", "text", names),
            ("speaker_type", "text", [rows[0].get("speaker_type") for rows in ranked]),
            ("claims", "int", [len(rows) for rows in ranked]),
            ("outlets", "int", [len({r["outlet"] for r in rows}) for rows in ranked]),
        ]
        for name in self.outlets:
            columns.append((name, "int", [sum(r["outlet"] == name for r in rows) for rows in ranked]))
        return self._table(columns)

    @cached_property
    def similar_pairs(self) -> list[dict[str, Any]]:
        """The rows of `similarity`, as dicts."""
        return _likeness.pairs(self.outlets, self.rows, self._said, self._articles, self._credits)

    def similarity(self) -> Any:
        """How much two outlets have in common, to see who copies whom: one row for each ordered pair.

        Columns:
            outlet, other: the pair.
            shared: how many claims both carry.
            of_outlet, of_other: their share of all claims that each carries, in [0, 1]; 0 where it carries none.
            wording: mean share of words in common where both carry a claim in one language, in [0, 1]; null where they never do.
            same_text: share of the outlet's runs of five words that the other's articles have too: near 1 for a near-duplicate,
                above 0.1 for shared copy; null where the articles are not known.
            agency: the news agencies that both credit; null where there is none.
        """
        kinds = {"outlet": "text", "other": "text", "shared": "int", "of_outlet": "float", "of_other": "float"}
        kinds |= {"wording": "float", "same_text": "float", "agency": "text"}
        return self._table([(name, kind, [pair[name] for pair in self.similar_pairs]) for name, kind in kinds.items()])

    def to_frame(self) -> Any:
        """The claims that stand in several outlets, cluster by cluster, as rows of the claims table."""
        return self._source.take([n for rows in self.members.values() for n in rows], "claims")

    def to_html(self, path: str | PathLike[str] | None = None, *, title: str | None = None) -> str:
        """The coverage as one page that needs no other file and no script; written to `path` by an atomic rename.

        Raises:
            FileNotFoundError: the folder of `path` is missing.
        """
        from .html import coverage_page

        if path is not None:
            _saved.check_folder(Path(path))
        text = coverage_page(self, title=title)
        if path is not None:
            _saved.replace(Path(path), text.encode())
        return text

    def to_excel(self, path: str | PathLike[str]) -> None:
        """A workbook with the matrix, the wordings, the conflicts, the speakers and the likeness. Needs openpyxl."""
        from ._excel import coverage_workbook

        _saved.replace(Path(path), coverage_workbook(self))

    def _repr_html_(self) -> str:
        from .display import coverage_html

        return coverage_html(self)

    def __repr__(self) -> str:
        return f"<copydesk.Coverage: {len(self.members)} shared claims, {len(self.outlets)} outlets>"

    def _plain(self) -> Coverage:
        """The same claims, with views that are `Table` objects."""
        articles = list(self._articles.values()) or None
        aside = [dict(row) for row in self._aside] or None
        return Coverage([dict(row) for row in self.rows], matched=True, articles=articles, aside=aside)

    def _text(self, n: int) -> str:
        return str(self.rows[n]["text"] or "")

    def _story(self, n: int) -> Any:
        row = self._told[n]
        story = self._articles.get(row.get("row"), {}).get("story")
        return row.get("story") if story is None else story

    @cached_property
    def _has_stories(self) -> bool:
        return any(self._story(n) is not None for n in range(len(self._told)))

    def _of_stories(self, rows: Sequence[int]) -> list[Column]:
        """The column of the stories of these rows, where there are stories."""
        stories = [self._story(n) for n in rows]
        return [("story", "text", [None if s is None else str(s) for s in stories])] if self._has_stories else []

    def _known(self, outlet: str) -> str:
        if outlet not in self.outlets:
            raise KeyError(f"there is no outlet {outlet!r}; there are {', '.join(map(repr, self.outlets))}")
        return outlet

    def _matrix(self, clusters: Sequence[int]) -> Any:
        typical = [self.rows[self._typical[cluster]] for cluster in clusters]
        cells: dict[str, list[str | None]] = {name: [] for name in self.outlets}
        for cluster in clusters:
            own: dict[str, list[str]] = {name: [] for name in cells}
            for n in self.members[cluster]:
                own[self.rows[n]["outlet"]].append(_acts.marked(self.rows[n]))
            for name, texts in own.items():
                cells[name].append(" | ".join(dict.fromkeys(texts)) or None)
        columns: list[Column] = [
            ("cluster", "int", list(clusters)),
            ("claim", "text", [_acts.marked(row) for row in typical]),
            ("speaker", "text", [row.get("speaker") for row in typical]),
            ("outlets", "int", [len(self._carriers(cluster)) for cluster in clusters]),
            *self._of_stories([self._typical[cluster] for cluster in clusters]),
            *((name, "text", values) for name, values in cells.items()),
        ]
        return self._table(columns)

    def _table(self, columns: Sequence[Column]) -> Any:
        return _tables.convert(_tables.of_columns(columns), self.kind)
