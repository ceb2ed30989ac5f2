"""Floors under who is named as the speaker in the invented passages of tests/data/speaker-cases.jsonl.

Run as a program it prints the figures: `python tests/python/test_speakers.py`. Part "dev" may be read and tuned on; of part
"held" only figures are looked at.
"""

from floors import Floors
from multilingual_gold import figures, read, show

import copydesk

CASES = read("speaker-cases.jsonl", "")


class TestSpeakers(Floors):
    articles = CASES
    floors = {
        ("de", "dev"): (100, 96, 100),
        ("de", "held"): (86, 95, 91),
        ("en", "dev"): (98, 95, 98),
        ("en", "held"): (100, 90, 94),
        ("fr", "dev"): (83, 95, 90),
        ("fr", "held"): (96, 93, 96),
        ("it", "dev"): (97, 100, 97),
        ("nl", "dev"): (100, 97, 97),
        ("ru", "dev"): (100, 97, 100),
    }


if __name__ == "__main__":
    show(figures(copydesk.extract_attributions, articles=CASES))
