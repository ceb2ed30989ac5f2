"""The command `copydesk`: files or standard input in, tables out.

Exit codes: 0, all went well; 1, some files failed and were named on standard error; 2, the command was not understood.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from . import _arguments, _labels, _saved, _terminal
from ._decoding import decoded
from ._overview import overview
from ._pages import is_page
from ._writing import FORMATS, suits, written
from .errors import CopydeskError
from .reading import Failure, Reports, collect, tell_apart

OK, SOME_FAILED, USAGE = 0, 1, 2


class UsageError(Exception):
    """What was asked for cannot be done; the message says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with these arguments, by default those of the process; the exit code."""
    parser = _arguments.parser(_RUNS)
    options = parser.parse_args(arguments)
    if not hasattr(options, "run"):
        parser.print_help()
        return USAGE
    try:
        if options.run is not _report:
            _form(options)
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except UsageError as error:
        return _complain(str(error), USAGE)
    except BrokenPipeError:
        # Whoever read has seen enough. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return 130
    except (CopydeskError, OSError, ImportError) as error:
        return _complain(str(error), SOME_FAILED)


def _complain(message: str, code: int) -> int:
    print(f"copydesk: {_terminal.plain(message)}", file=sys.stderr)
    return code


def _read(options: argparse.Namespace) -> Reports:
    """The reports that were named; what failed is said on standard error as it comes."""
    found = Reports()
    fields = {"content": options.text, "outlet": options.outlet, "published": options.published}
    for path in options.paths:
        if path == "-":
            _take_input(found, sys.stdin.buffer.read(), options.html)
            continue
        one = collect(path, fields=fields)
        found.rows += one.rows
        found.failures += one.failures
        found.notes += one.notes
    tell_apart(found.rows)
    for failure in (*found.failures, *found.notes):
        _name(failure)
    return found


def _take_input(found: Reports, data: bytes, html: bool) -> None:
    """Adds what standard input held; `html` says that it is a page whatever its beginning."""
    page = html or is_page(data)
    kind = "html" if page else "text"
    try:
        content = decoded(data, kind)
    except ValueError as error:
        found.failures.append(Failure("-", str(error)))
        return
    if not content.strip():
        found.failures.append(Failure("-", "there is no report in it"))
        return
    row = {"name": "-", "path": "-", "kind": kind, "content": content}
    found.rows.append(row | {"outlet": None if page else "-", "published": None, "url": None})


def _name(failure: Failure) -> None:
    print(f"copydesk: {_terminal.plain(failure.path)}: {_terminal.plain(failure.reason)}", file=sys.stderr)


def _analyzed(options: argparse.Namespace, rows: list[dict[str, Any]], found: Reports) -> Any:
    """A report of these rows; documents that fail are named like files that cannot be read."""
    import copydesk

    try:
        # What it warns of is said by the files' notes.
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            report = copydesk.analyze(
                rows,
                language=options.language,
                narrator=options.narrator,
                threads=options.threads,
                errors="collect",
                stories=getattr(options, "stories", False),
            )
    except copydesk.UnsupportedLanguageError as error:
        raise UsageError(str(error)) from None
    for warning in warned:
        if issubclass(warning.category, UserWarning) and not found.notes:
            print(f"copydesk: {_terminal.plain(str(warning.message))}", file=sys.stderr)
    for article in report.article_rows:
        if article["error"] is not None:
            found.failures.append(Failure(str(article["document"]), article["error"]))
            _name(found.failures[-1])
    return report


def _report(options: argparse.Namespace) -> int:
    from . import samples

    page = Path(options.output)
    for file in (page, None if options.excel is None else Path(options.excel)):
        _check_place(file)
    if options.save:
        try:
            _saved.check_free(Path(options.save))
        except FileExistsError as error:
            raise UsageError(str(error)) from None
    packaged = not options.paths
    found = Reports([dict(report) for report in samples.load()]) if packaged else _read(options)
    if not found.rows:
        return SOME_FAILED
    report = _analyzed(options, found.rows, found)
    report.to_html(page, title=options.title)
    if options.save:
        report.save(options.save)
    if options.excel:
        report.to_excel(options.excel)
    print(overview(report))
    print(f"\nThe whole report, with wordings side by side and the articles: {page}")
    if packaged:
        print("This was the packaged sample. On your own files:  copydesk report page.html text.txt folder/")
    return SOME_FAILED if found.failures else OK


def _check_place(file: Path | None) -> None:
    """Says before the work, not after it, that there is no place for the result."""
    try:
        if file is not None:
            _saved.check_folder(file)
    except OSError as error:
        raise UsageError(str(error)) from None


def _claims(options: argparse.Namespace) -> int:
    found = _read(options)
    report = _analyzed(options, found.rows, found) if found.rows else None
    rows = report.claim_rows if report is not None else []
    if report is not None and not rows:
        # An empty table looks like a command that did nothing.
        print(f"copydesk: no claims in {_labels.counted(len(found.rows), 'text')}", file=sys.stderr)
    short = ("outlet", "speaker", "cue", "text", "kind", "act", "polarity", "cluster")
    return _write(options, "claims", rows, short, found)


def _answers(options: argparse.Namespace, name: str, rows: list[dict[str, Any]], found: Reports, **more: Any) -> list[Any]:
    """What a column function says of each row, None for what failed."""
    import copydesk

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            answers = getattr(copydesk, name)(
                [row["content"] for row in rows], threads=options.threads, errors="collect", **more
            )
        except copydesk.UnsupportedLanguageError as error:
            raise UsageError(str(error)) from None
    for n, answer in enumerate(answers):
        if isinstance(answer, CopydeskError):
            found.failures.append(Failure(rows[n]["name"], answer.message))
            _name(found.failures[-1])
            answers[n] = None
    return list(answers)


def _extract(options: argparse.Namespace) -> int:
    found = _read(options)
    pages = [row for row in found.rows if row["kind"] == "html"]
    for row in found.rows:
        if row["kind"] != "html":
            reason = f"it is text, not an HTML page; for texts use: copydesk clean {row['path']}"
            found.failures.append(Failure(row["name"], reason))
            _name(found.failures[-1])
    if not pages:
        return SOME_FAILED
    more = {"comments": options.comments, "tables": not options.no_tables, "links": options.links, "favor": options.favor}
    articles = _answers(options, "extract_article", pages, found, url=[page["url"] for page in pages], **more)
    left_out = {"blocks", "reason", "dropped", "json_ld"} | (set() if options.links else {"links"})
    rows = []
    for page, article in zip(pages, articles, strict=True):
        if article is not None:
            if article.reason is not None:
                _name(Failure(page["name"], f"no article was found: {article.reason}"))
            row = {key: value for key, value in article.to_dict().items() if key not in left_out}
            rows.append({"name": page["name"], **row} | ({"text": article.to_markdown()} if options.markdown else {}))
    return _write(options, None, rows, ("name", "title", "authors", "published", "site", "language", "text"), found)


def _texts(options: argparse.Namespace, found: Reports) -> list[dict[str, Any]]:
    """The texts among the rows; of pages, their articles."""
    pages = [row for row in found.rows if row["kind"] == "html"]
    articles = _answers(options, "extract_article", pages, found) if pages else []
    for page, article in zip(pages, articles, strict=True):
        page["content"] = None if article is None else article.text
    return found.rows


def _templates(path: str | None) -> Any:
    """The templates in a file."""
    import copydesk

    if path is None:
        return None
    try:
        return copydesk.Templates.from_json(Path(path).read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    except (UnicodeDecodeError, CopydeskError) as error:
        raise UsageError(f"{path}: {error}") from None


def _clean(options: argparse.Namespace) -> int:
    found = _read(options)
    texts = _texts(options, found)
    scraped = [row for row in texts if row["kind"] == "text"]
    known = _templates(options.templates)
    cleaned = _answers(options, "clean_text", scraped, found, templates=known) if scraped else []
    if options.lines:
        rows = [
            {"name": row["name"], **line.to_dict(), "text": row["content"][line.start : line.end]}
            for row, clean in zip(scraped, cleaned, strict=True)
            if clean is not None
            for line in clean.lines
        ]
        return _write(options, None, rows, ("name", "label", "score", "reason", "text"), found)
    for row, clean in zip(scraped, cleaned, strict=True):
        if clean is not None and not clean.text and row["content"].strip():
            _name(Failure(row["name"], "no running text was found; see why: --lines"))
        row["content"] = None if clean is None else clean.text
    rows = [{"name": row["name"], "text": row["content"]} for row in texts if row["content"] is not None]
    return _write(options, None, rows, ("name", "text"), found)


def _detect(options: argparse.Namespace) -> int:
    found = _read(options)
    texts = _texts(options, found)
    languages = _answers(options, "detect_language", texts, found) if texts else []
    names = ("code", "script", "confidence", "reliable")
    rows = [
        {"name": row["name"], **{name: getattr(language, name) for name in names}}
        for row, language in zip(texts, languages, strict=True)
        if language is not None
    ]
    return _write(options, None, rows, ("name", *names), found)


def _stem(options: argparse.Namespace) -> int:
    found = _read(options)
    texts = _texts(options, found)
    more = {"language": options.language, "algorithm": options.algorithm}
    stems = _answers(options, "stem", texts, found, **more) if texts else []
    rows = [{"name": row["name"], "stems": " ".join(s)} for row, s in zip(texts, stems, strict=True) if s is not None]
    return _write(options, None, rows, ("name", "stems"), found)


def _form(options: argparse.Namespace) -> tuple[Path | None, str]:
    """Where the rows go (None for standard output), and in which format; asked before the work as well as after it."""
    output = None if options.output in (None, "-") else Path(options.output)
    _check_place(output)
    form = options.format or suits(output, sys.stdout.isatty())
    if form is None:
        raise UsageError(f"{output}: its ending names no format; give one with --format ({', '.join(FORMATS)})")
    if form == "parquet" and output is None and sys.stdout.isatty():
        raise UsageError("a terminal cannot show parquet: name a file with --output")
    return output, form


def _write(
    options: argparse.Namespace, schema: str | None, rows: list[dict[str, Any]], short: Sequence[str], found: Reports
) -> int:
    """Writes the rows; `short` are the columns of the table on a terminal."""
    output, form = _form(options)
    data = written(rows, form, short, schema)
    if output is not None:
        _saved.replace(output, data)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    return SOME_FAILED if found.failures else OK


_RUNS: dict[str, _arguments.Run] = {
    "report": _report, "claims": _claims, "extract": _extract, "clean": _clean, "detect": _detect, "stem": _stem,
}  # fmt: skip
