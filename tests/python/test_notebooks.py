"""The notebooks run from top to bottom and show what they promise."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"


def executed(name: str) -> nbformat.NotebookNode:
    notebook = nbformat.read(FOLDER / name, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    return notebook


def outputs(notebook: nbformat.NotebookNode) -> list[str]:
    """The text of each code cell's result, in order."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return ["".join(o.get("data", {}).get("text/html", "") for o in cell.outputs) for cell in cells]


def rows(table: str) -> int:
    """Rows of the body of an HTML table."""
    return table.partition("<tbody>")[2].count("<tr")


@pytest.fixture(scope="module")
def quickstart() -> nbformat.NotebookNode:
    return executed("01_quickstart.ipynb")


def test_the_quickstart_is_short(quickstart):
    assert len([cell for cell in quickstart.cells if cell.cell_type == "code"]) < 10


def test_the_quickstart_shows_pages_lines_claims_and_coverage(quickstart):
    reports, articles, lines, claims, matrix, wording, conflicts = outputs(quickstart)
    assert rows(reports) == 5 and "Nordwarter Tagblatt" in reports
    assert "Harbour Gazette" in articles and "de" in articles and "pt" in articles
    assert "boilerplate" in lines
    assert all(name in claims for name in ("speaker", "cluster")) and rows(claims) == 8
    assert all(outlet in matrix for outlet in ("Harbour Gazette", "Island Courier", "Folha da Enseada"))
    assert rows(wording) >= 2
    assert all(kind in conflicts for kind in ("number", "date", "speaker"))


@pytest.fixture(scope="module")
def coverage() -> nbformat.NotebookNode:
    return executed("02_coverage.ipynb")


def test_the_coverage_notebook_answers_its_questions(coverage):
    reports, claims, matrix, conflicts, wording, omitted, exclusive, speakers, timeline, likeness, _, whole = outputs(coverage)
    assert rows(reports) == 5 and rows(claims) == 8
    assert rows(matrix) == 8 and "Harbour Gazette" in matrix
    assert rows(conflicts) >= 2 and "Gazette" in conflicts
    assert rows(wording) >= 2 and "likely_original" in wording
    assert rows(omitted) >= 1 and rows(exclusive) >= 1
    assert "Lukas Perrin" in speakers and "first_outlet" in timeline
    assert rows(likeness) == 6 and "cd-matrix" in whole


def test_the_notebooks_are_stored_without_outputs():
    for path in FOLDER.glob("*.ipynb"):
        cells = nbformat.read(path, as_version=4).cells
        assert not any(cell.get("outputs") for cell in cells), path.name
