"""What recurs on a site's pages: learned, merged, saved, and passed on by the caller."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import copydesk
import pytest
from copydesk.cli import main

NEWS = [
    "The ferry to the island sails again on Monday, the harbour master said.",
    "Two schools will be closed in autumn, the council decided on Tuesday.",
    "A storm is expected on Friday night, the forecasters warn the fishermen.",
    "The bridge over the sound will be painted green, says the mayor of Varn.",
]
LINE = "The Island Courier, founded by fishermen of Varn in 1921, comes out daily."
PAGES = [f"{item}\n\n{LINE}" for item in NEWS]


def learned(pages: list[str] = PAGES) -> copydesk.Templates:
    return copydesk.learn_templates(pages, site="courier.example")


def test_they_are_values() -> None:
    templates = learned()
    assert len(templates) == 1 and templates.pages == 4
    assert learned(PAGES[::-1]) == templates
    assert copydesk.Templates.from_json(templates.to_json()) == templates
    assert pickle.loads(pickle.dumps(templates)) == templates


def test_parts_merge_to_the_whole() -> None:
    first, second, third = learned(PAGES[:2]), learned(PAGES[2:3]), learned(PAGES[3:])
    assert len(first) == 0
    assert first.merge(second, third) == learned() == third.merge(first, second)
    assert len(first) == 0


def test_analyze_uses_what_the_caller_passes_and_learns_nothing() -> None:
    rows = [{"text": page, "outlet": "Courier"} for page in PAGES]

    def labels(**more: object) -> list[str]:
        report = copydesk.analyze(rows, **more)
        articles = report.articles.to_dicts()
        return [line["label"] for article in articles for line in article["lines"]]

    assert "boilerplate" not in labels()
    assert labels(templates=learned()).count("boilerplate") == 4
    assert labels(templates={"Courier": learned()}).count("boilerplate") == 4
    assert labels(templates={"Gazette": learned()}) == labels()
    with pytest.raises(copydesk.InputTypeError, match="templates"):
        copydesk.analyze(rows, templates="auto")


def test_clean_on_a_folder_with_templates(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, page in enumerate(PAGES):
        (folder / f"{number}.txt").write_text(page, "utf-8")
    saved = tmp_path / "courier.json"
    saved.write_text(learned().to_json(), "utf-8")
    assert main(["clean", str(folder), "--templates", str(saved), "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert [row["text"] for row in rows] == NEWS
    saved.write_text("{}", "utf-8")
    assert main(["clean", str(folder), "--templates", str(saved)]) == 2
