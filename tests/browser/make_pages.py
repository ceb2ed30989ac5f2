"""The pages that the browser looks at: the sample's report, and one of 200 invented articles of 20 outlets on ten stories."""

import random
import sys
from pathlib import Path

from copydesk import analyze, samples

PLACES = ["Kalden", "Ostrey", "Brunn", "Selby", "Tolm", "Lenz", "Varna", "Corvelo", "Halvik", "Mersa"]
PEOPLE = ["Marta Nowak", "Jon Asp", "Ruth Amsel", "Karel Dvorn", "Noor Castell", "Ivo Brandis", "Pia Gund", "Leo Sand"]
SAID = [
    "the bridge in {place} would stay closed until {month}",
    "{n} people had left their homes near {place}",
    "the repairs would cost about {n} million crowns",
    "nobody in {place} had been told in time",
    "the dam above {place} was safe and would hold",
    "{n} helpers from {place} had worked through the night",
]
MONTHS = ["March", "May", "July", "October"]


def story(seed):
    """What is said of one event: speakers and sentences, from which each article takes its own."""
    dice = random.Random(seed)
    place = PLACES[seed % len(PLACES)]
    facts = []
    for n, said in enumerate(SAID):
        words = said.format(place=place, month=dice.choice(MONTHS), n=dice.randrange(12, 900))
        facts.append((PEOPLE[(seed + n) % len(PEOPLE)], words))
    return place, facts


def articles(count):
    dice = random.Random(7)
    rows = []
    for number in range(count):
        place, facts = story(number // 20)
        chosen = dice.sample(facts, 4)
        lines = [f"Concern is growing in {place} after a week of rain, and officials met on Tuesday to take stock."]
        for speaker, words in chosen:
            lines.append(f"{speaker} said that {words}." if dice.random() < 0.5 else f"“{words[0].upper() + words[1:]},” said {speaker}.")
        lines.append("The regional office will publish its findings next week, and a hotline has been set up for residents.")
        rows.append({"outlet": f"Outlet {number % 20 + 1}", "published": f"2024-05-{number % 27 + 1:02}", "text": "\n\n".join(lines * 2)})
    return rows


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    analyze(samples.load()).to_html(folder / "sample.html")
    heap = analyze(articles(200), text="text", stories=True, narrator=True)
    heap.to_html(folder / "heap.html")
    heap.coverage.to_html(folder / "coverage.html")
