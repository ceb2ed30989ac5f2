"""Floors under what attribution reaches on the invented English articles of tests/data/articles-english.jsonl.

Run as a program it prints the figures: `python tests/python/test_english.py`. Part "dev" may be read and tuned on; of part
"held" only figures are looked at.
"""

from floors import Floors
from multilingual_gold import figures, read, show

import copydesk

ARTICLES = read("articles-english.jsonl", "")


class TestEnglish(Floors):
    articles = ARTICLES
    floors = {
        ("en", "dev"): (97, 86, 95),
        ("en", "held"): (97, 93, 85),
    }


if __name__ == "__main__":
    show(figures(copydesk.extract_attributions, articles=ARTICLES))
