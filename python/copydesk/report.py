"""What an analysis found: tables, hand corrections, and ways to keep and to show them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from . import _saved, _tables
from ._corrections import KEEP, Correction, Key, applied, found, key_of, speaker_of
from ._frames import is_missing
from ._matching import match_claims
from ._tables import TableKind
from .coverage import Coverage
from .errors import InputTypeError

Row = dict[str, Any]


class Report:
    """The articles, who says what in them, what is claimed, and who carries which claim.

    `analyze` makes it. Its tables are of the kind that `analyze` was given; see `save` and `load`.

    Attributes:
        corrections: the hand corrections made so far, in order.

    >>> from copydesk import analyze, samples
    >>> report = analyze(samples.load())
    >>> first = report.claim_rows[0]
    >>> report.correct(first, speaker="Lukas Perrin").claim_rows[0]["speaker"]
    'Lukas Perrin'
    """

    def __init__(
        self,
        articles: Sequence[Row],
        attributions: Sequence[Row],
        claims: Sequence[Row],
        *,
        kind: TableKind = "arrow",
        stories: Mapping[int, str | None] | None = None,
        corrections: Sequence[Correction] = (),
        aside: Sequence[Row] = (),
    ) -> None:
        """Takes rows of the three tables; `stories` says which row of the articles belongs to which story, `aside` are
        claims that only conflicts are looked for in."""
        self.kind: TableKind = kind
        self.corrections: list[Correction] = list(corrections)
        # By way of the schemas, so that a report that was saved and loaded is the same report.
        told = articles if stories is None else [{**article, "story": stories.get(article["row"])} for article in articles]
        self._articles = _tables.of_rows("articles", told).to_dicts()
        self._attributions = _tables.of_rows("attributions", attributions).to_dicts()
        self._found = _tables.of_rows("claims", claims).to_dicts()
        self._aside = _tables.of_rows("claims", aside).to_dicts()
        self._stories = None if stories is None else dict(stories)

    def _forget(self) -> None:
        for name in ("claim_rows", "claims", "coverage"):
            self.__dict__.pop(name, None)

    @property
    def article_rows(self) -> list[Row]:
        """The articles as dicts; the offsets of all tables point into their `text`."""
        return self._articles

    @cached_property
    def claim_rows(self) -> list[Row]:
        """The claims as dicts, corrected."""
        return applied(self._found, self.corrections)

    @cached_property
    def articles(self) -> Any:
        """One row per text: row, document, outlet, title, authors, published (in UTC: an evening paper of New York has
        the next day), url, language, text, lines, page_type (of pages: article, listing, forum ...), story (where articles
        were sorted into stories or the frame tells them; claims of two stories are never matched), error."""
        return self._frame("articles", self._articles)

    @cached_property
    def attributions(self) -> Any:
        """Who says something: the attributions table."""
        return self._frame("attributions", self._attributions)

    @cached_property
    def claims(self) -> Any:
        """What is claimed: the claims table, with clusters, corrected."""
        return self._frame("claims", self.claim_rows)

    @cached_property
    def coverage(self) -> Coverage:
        """Who carries which claim, in which words."""
        coverage = Coverage(self.claims, matched=True, articles=self._articles, aside=self._aside or None)
        if self._stories is not None:
            for row in coverage._told:
                row["story"] = self._stories.get(row["row"])
        return coverage

    def _frame(self, schema: str, rows: Sequence[Row]) -> Any:
        return _tables.convert(_tables.of_rows(schema, rows), self.kind)

    def correct(
        self,
        claim: Any,
        *,
        speaker: str | None = KEEP,
        cluster: Any = KEEP,
        drop: bool | None = None,
    ) -> Report:
        """Corrects one claim by hand; the correction is kept by `save` and holds after `rematch`.

        Args:
            claim: a row of `claims` (dict, object, pandas Series), or its (row, claim) pair; both are columns of `claims`.
                A label in place of the row, a (document, claim) pair, will do where one document alone has it; an int in
                a pair is always a row.
            speaker: who says it; None (or a missing value) for nobody.
            cluster: the same claim in other outlets: the number of a cluster, or one of its claims, given as `claim` is;
                None takes it out of its cluster.
            drop: True leaves it out of the claims, False brings it back.

        Returns:
            The report itself, so that corrections can be chained.

        Raises:
            KeyError: there is no such claim or cluster.
            ValueError: several documents have the label of a (document, claim) pair, or there is nothing to correct.
            InputTypeError: the speaker is no name, or `drop` neither True nor False.
        """
        if speaker is KEEP and cluster is KEEP and drop is None:
            raise ValueError("correct: give what is to be corrected: speaker=, cluster= or drop=")
        speaker = speaker_of(speaker)
        if drop is not None and not isinstance(drop, bool):
            raise InputTypeError(f"expected True or False, got {drop!r}", "drop")
        cluster = None if is_missing(cluster) else cluster
        key = found(claim, self._found)
        with_claim: Key | None = None
        if cluster is not KEEP and cluster is not None:
            with_claim = self._anchor(key, cluster)
        if drop:
            self._join_to_another(key)
        self.corrections.append(
            Correction(
                key,
                speaker=speaker,
                alone=cluster is None,
                with_claim=with_claim,
                drop=drop,
            )
        )
        self._forget()
        return self

    def _join_to_another(self, key: Key) -> None:
        """Joins those that were joined to a claim which now goes to one that stays of its cluster."""
        cluster = next((row["cluster"] for row in self.claim_rows if key_of(row) == key), None)
        rest = [key_of(row) for row in self.claim_rows if cluster is not None and row["cluster"] == cluster and key_of(row) != key]
        joined = {correction.key for correction in self.corrections if correction.with_claim == key}
        stays = next((other for other in rest if other not in joined), None)
        if stays is not None:
            self.corrections[:] = [replace(c, with_claim=stays) if c.with_claim == key else c for c in self.corrections]

    def _anchor(self, key: Key, cluster: Any) -> Key:
        """A claim of the cluster: cluster numbers change when claims are matched anew, claims do not."""
        if not hasattr(cluster, "__index__"):
            return found(cluster, self._found, "cluster")
        for row in self.claim_rows:
            if row["cluster"] == cluster and key_of(row) != key:
                return key_of(row)
        raise KeyError(f"there is no other claim in a cluster {cluster}")

    def rematch(
        self, *, threshold: float | None = None, lexicon: Mapping[str, Sequence[str]] | None = None
    ) -> Report:
        """Matches the claims anew, with the speakers and without the claims that were corrected; then corrects again.

        Args:
            threshold, lexicon: as in `match_claims`.
        """
        rows = [dict(row, cluster=None) for row in self._found]
        kept = [c for c in self.corrections if c.drop is not None or c.speaker is not KEEP]
        left = {key_of(row): dict(row) for row in applied(rows, kept)}
        if self._stories is not None:
            for row in left.values():
                row["story"] = self._stories.get(row["row"])
        story = "story" if self._stories is not None else None
        matched = match_claims(list(left.values()), story=story, threshold=threshold, lexicon=lexicon)
        numbers = {key_of(row): row["cluster"] for row in matched}
        self._found = [dict(row, cluster=numbers.get(key_of(row))) for row in rows]
        self._forget()
        return self

    def save(self, folder: str | os.PathLike[str]) -> None:
        """Writes the report into a folder: Parquet files and a manifest with their checksums. Needs pyarrow.

        A report that stands there is replaced all at once, by the manifest's rename; a reader never sees half of it.

        >>> import tempfile
        >>> from copydesk import analyze, samples
        >>> report = analyze(samples.load()[:2])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     report.save(folder)
        ...     Report.load(folder).claim_rows == report.claim_rows
        True

        Raises:
            FileExistsError: the folder holds something else.
        """
        tables = {"articles": self._articles, "attributions": self._attributions, "claims": self._found}
        if self._aside:
            tables["aside"] = self._aside
        about = {
            "kind": self.kind,
            "stories": None if self._stories is None else sorted(self._stories.items()),
            "corrections": [correction.to_dict() for correction in self.corrections],
        }
        schemas = {"aside": "claims"}
        made = {name: _tables.of_rows(schemas.get(name, name), rows) for name, rows in tables.items()}
        _saved.write(Path(folder), made, about)

    @classmethod
    def load(cls, folder: str | os.PathLike[str]) -> Report:
        """Reads what `save` wrote. Needs pyarrow.

        Raises:
            FileNotFoundError: there is no such folder.
            ModelFormatError: what stands there is damaged, no report, or of a version that this one cannot read.
        """
        tables, about = _saved.read(Path(folder))
        try:
            stories = None if about["stories"] is None else {int(row): story for row, story in about["stories"]}
            corrections = [Correction.from_dict(item) for item in about["corrections"]]
            kind = about["kind"]
            if kind not in ("rows", "pandas", "polars", "arrow"):
                raise ValueError(f"no tables are of kind {kind!r}")
        except (KeyError, TypeError, ValueError) as error:
            raise _saved.damaged(Path(folder), str(error)) from None
        rows = {name: table.to_dicts() for name, table in tables.items()}
        three = (rows["articles"], rows["attributions"], rows["claims"])
        return cls(*three, kind=kind, stories=stories, corrections=corrections, aside=rows.get("aside", ()))

    def to_html(self, path: str | os.PathLike[str] | None = None, *, title: str | None = None) -> str:
        """The report as one page that needs no other file and no script; written to `path` by an atomic rename.

        Raises:
            FileNotFoundError: the folder of `path` is missing; nothing is made but the file.
        """
        from .html import page

        if path is not None:
            _saved.check_folder(Path(path))
        text = page(self, title=title)
        if path is not None:
            _saved.replace(Path(path), text.encode())
        return text

    def to_excel(self, path: str | os.PathLike[str]) -> None:
        """A workbook with the matrix, the conflicts, the speakers, the claims and the articles. Needs openpyxl."""
        from ._excel import workbook

        _saved.replace(Path(path), workbook(self))

    def _repr_html_(self) -> str:
        from .display import report_html

        return report_html(self)

    def __repr__(self) -> str:
        return (
            f"<copydesk.Report: {len(self._articles)} articles, {len(self._attributions)} attributions, "
            f"{len(self.claim_rows)} claims>"
        )
