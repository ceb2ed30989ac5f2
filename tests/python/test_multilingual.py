"""Floors under what attribution reaches on invented articles in seven languages."""

from floors import Floors
from multilingual_gold import ARTICLES


class TestMultilingual(Floors):
    articles = ARTICLES
    floors = {
        ("de", "dev"): (95, 100, 95),
        ("de", "dev2"): (96, 100, 80),
        ("de", "held"): (92, 95, 82),
        ("de", "held2"): (89, 92, 88),
        ("es", "dev"): (91, 95, 90),
        ("es", "dev2"): (91, 95, 93),
        ("es", "dev3"): (100, 94, 94),
        ("es", "held"): (100, 100, 83),
        ("es", "held2"): (81, 88, 87),
        ("fr", "dev"): (95, 100, 100),
        ("fr", "dev2"): (93, 98, 88),
        ("fr", "dev3"): (85, 92, 90),
        ("fr", "held"): (100, 90, 70),
        ("fr", "held2"): (76, 91, 95),
        ("it", "dev"): (95, 100, 90),
        ("it", "dev2"): (86, 96, 93),
        ("it", "dev3"): (100, 100, 93),
        ("it", "held"): (90, 100, 70),
        ("it", "held2"): (77, 100, 90),
        ("nl", "dev"): (96, 100, 96),
        ("nl", "dev2"): (98, 98, 90),
        ("nl", "dev3"): (100, 93, 92),
        ("nl", "held"): (83, 91, 72),
        ("nl", "held2"): (84, 92, 83),
        ("pt", "dev"): (86, 100, 94),
        ("pt", "dev2"): (96, 98, 88),
        ("pt", "dev3"): (100, 100, 94),
        ("pt", "held"): (84, 91, 90),
        ("pt", "held2"): (75, 95, 95),
        ("ru", "dev"): (95, 100, 85),
        ("ru", "dev2"): (90, 98, 93),
        ("ru", "dev3"): (100, 100, 100),
        ("ru", "held"): (91, 91, 63),
        ("ru", "held2"): (86, 96, 76),
    }
