"""Disagreements are found and nothing else is shown as one: floors a little under what was measured last."""

import pytest
import report_pairs

FLOORS = {
    "dev": {"recall": 58, "precision": 80, "shared recall": 84, "shared precision": 97},
    "held": {"recall": 46, "precision": 80, "shared recall": 80, "shared precision": 97},
    "dev2": {"recall": 35, "precision": 90, "shared recall": 66, "shared precision": 95},
    "held2": {"recall": 10, "precision": 40, "shared recall": 75, "shared precision": 97},
}


@pytest.fixture(scope="module", params=list(FLOORS))
def part(request):
    return request.param, report_pairs.score(request.param)


@pytest.mark.parametrize("figure", ["recall", "precision", "shared recall", "shared precision"])
def test_figures_hold_their_floor(part, figure):
    name, figures = part
    assert figures[figure] >= FLOORS[name][figure]
