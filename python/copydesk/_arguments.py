"""The arguments of the command `copydesk`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from . import __version__
from ._columns import MOST_THREADS
from ._writing import FORMATS

Run = Callable[[argparse.Namespace], int]
"""What a command does; gives back the exit code."""


def parser(runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """Parses the arguments of all commands; each of `runs`, by the name of its command, becomes `run` of what is parsed."""
    whole = argparse.ArgumentParser(
        prog="copydesk",
        description="From scraped news copy to claims across outlets.",
        epilog="Files are .txt, .html, .json, .jsonl, .csv, .parquet and .warc, also .gz and .zst; a folder is all of these "
        "beneath it; - is standard input. Exit codes: 0 all well, 1 some files failed (named on standard error), 2 wrong usage.",
    )
    whole.add_argument("--version", action="version", version=f"copydesk {__version__}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")

    report = commands.add_parser("report", help="who claims what in which outlet: a table here, a page to look at")
    report.add_argument("paths", nargs="*", metavar="FILE", help="reports on one event (default: the packaged sample)")
    report.add_argument("-o", "--output", default="report.html", metavar="PAGE", help="the page (default: report.html)")
    report.add_argument("--save", metavar="FOLDER", help="also save the report, for copydesk.Report.load")
    report.add_argument("--excel", metavar="FILE", help="also write a workbook (needs openpyxl)")
    report.add_argument("--title", help="heading of the page")
    report.add_argument("--stories", action="store_true", help="sort mixed articles into stories first")
    _sources(report, paths=False)
    _analysis(report)
    report.set_defaults(run=runs["report"])

    for name, text in (
        ("claims", "what is claimed, by whom, one row per claim, matched across outlets"),
        ("extract", "the article of each page, with title, authors and date"),
        ("clean", "scraped text without menus, advertising and the rest"),
        ("detect", "the language of each text"),
        ("stem", "the stems of each text"),
    ):
        command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        _sources(command, paths=True)
        command.add_argument("-f", "--format", choices=FORMATS, help="default: as --output ends; table on a terminal, else jsonl")
        command.add_argument("-o", "--output", metavar="FILE", help="file to write (default: standard output)")
        if name == "claims":
            _analysis(command)
        if name == "extract":
            command.add_argument("--comments", action="store_true", help="readers' comments too")
            command.add_argument("--no-tables", action="store_true", help="leave tables of data out")
            command.add_argument("--links", action="store_true", help="say where links lead")
            command.add_argument("--markdown", action="store_true", help="the text as Markdown")
            command.add_argument("--favor", type=_share, default=0.5, metavar="X", help="0 precision to 1 recall (default: 0.5)")
        if name == "clean":
            command.add_argument("--lines", action="store_true", help="all lines with label, score and reason instead")
            command.add_argument("--templates", metavar="FILE", help="what recurs on the site's pages, as Templates.to_json wrote it")
        if name == "stem":
            command.add_argument("--algorithm", default="snowball", choices=("snowball", "rust-stemmers"))
            command.add_argument("--language", default="auto", help='a code or name (default: "auto")')
        command.set_defaults(run=runs[name])
    return whole


def _sources(command: argparse.ArgumentParser, *, paths: bool) -> None:
    if paths:
        command.add_argument("paths", nargs="+", metavar="FILE", help="files, folders, or - for standard input")
    command.add_argument("--text", metavar="FIELD", help="the field of records or column of tables that holds texts or pages")
    command.add_argument("--outlet", metavar="FIELD", help="the one that names the outlet")
    command.add_argument("--published", metavar="FIELD", help="the one that says when it was published")
    command.add_argument("--html", action="store_true", help="standard input is a page (default: told by its beginning)")
    command.add_argument("--threads", type=_threads, metavar="N", help="threads (default: one a core)")


def _analysis(command: argparse.ArgumentParser) -> None:
    command.add_argument("--narrator", action="store_true", help="take the outlets' own sentences for claims, too")
    command.add_argument("--language", default="auto", help='a code or name for all texts (default: "auto")')


def _threads(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_THREADS:
        raise argparse.ArgumentTypeError(f"expected a number from 1 to {MOST_THREADS}, got {text!r}")
    return int(text)


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to 1, got {text!r}")
    return value
