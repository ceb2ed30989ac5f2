"""Title, author and date of WCXB's articles: `make bench-boilerplate`.

    python benches/metadata.py

Reads the development pages in `$COPYDESK_DATA/boilerplate/wcxb` (default `../shared/data`), on which our rules were tuned. A page
counts for a field that its annotation has. A title is right if it is the same but for case, white space and marks, or goes
on (with the site's name); a date if it is the same day; authors if all of them and no others are named. `extra` is the share of
the pages without the field for which one was given. The last line is of scraped text, `analyze(text=)`: a page counts if a line
of what an extractor left has its title, its author, or its day.
"""

import argparse
import glob
import gzip
import importlib
import importlib.util
import json
import os
import re

import copydesk
from copydesk import _core

FIELDS = ("title", "author", "date")
LONG = 15
"""How long a title is, in characters, that may go on."""
DAY = len("2026-03-14")
LONGEST_LINE = 120
"""How long a line is, in characters, that may be read for its date."""


def pages(folder):
    """HTML and annotation of each page that is an article."""
    for path in sorted(glob.glob(f"{folder}/boilerplate/wcxb/gold/*.json.gz")):
        gold = json.loads(gzip.open(path).read())
        page = path.replace("/gold/", "/html/").replace(".json.gz", ".html.gz")
        if gold["_internal"]["page_type"]["primary"] == "article" and os.path.exists(page):
            yield gzip.open(page).read().decode("utf-8", "replace"), gold["ground_truth"]


def folded(text):
    """A text without case and marks."""
    return " ".join(re.findall(r"\w+", (text or "").lower()))


def names(value):
    """Authors, of a list or of one line."""
    parts = value if isinstance(value, (list, tuple)) else re.split(r",|;|\||&|\band\b", value or "")
    return {folded(re.sub(r"^by\s+", "", part.strip(), flags=re.IGNORECASE)) for part in parts} - {""}


def right(field, gold, got):
    """Whether a field is as it was annotated."""
    if field == "author":
        return names(gold) == names(got)
    if field == "date":
        return gold == got
    one, other = folded(gold), folded(got)
    goes_on = min(len(one), len(other)) >= LONG and (one.startswith(other) or other.startswith(one))
    return bool(other) and (one == other or goes_on)


def ours(html):
    """What copydesk reads."""
    article = copydesk.extract_article(html)
    return {"title": article.title, "author": article.authors, "date": (article.published or "")[:10]}


def trafilaturas(html):
    """What trafilatura reads."""
    found = importlib.import_module("trafilatura").extract_metadata(html)
    title, author, date = (found.title, found.author, found.date) if found else (None, None, None)
    return {"title": title, "author": author.split("; ") if author else [], "date": date or ""}


def scraped(folder):
    """Of scraped texts: how often each field is right, of those in which it stands, by its name."""
    with gzip.open(f"{folder}/boilerplate/scraped.jsonl.gz", "rt", encoding="utf-8") as rows:
        texts = [json.loads(row) for row in rows]
    counts = {field: [0, 0] for field in FIELDS}
    found = copydesk.analyze([{"text": text["scraped"], "outlet": "site"} for text in texts]).articles.to_dicts()
    for text, row in zip(texts, found, strict=True):
        path = f"{folder}/boilerplate/wcxb/gold/{text['id']}.json.gz"
        if not os.path.exists(path):
            continue
        gold = json.loads(gzip.open(path).read())["ground_truth"]
        lines = text["scraped"].split("\n")
        got = {"title": row["title"], "author": row["authors"], "date": str(row["published"] or "")[:10]}
        wanted = {"title": gold.get("title"), "author": gold.get("author"), "date": str(gold.get("publish_date") or "")[:10]}
        there = {
            "title": any(right("title", wanted["title"], line) for line in lines),
            "author": bool(wanted["author"]) and any(folded(wanted["author"]) in folded(line) for line in lines),
            "date": any((_core.date_line(line) or "")[:DAY] == wanted["date"] for line in lines if len(line) < LONGEST_LINE),
        }
        for field, count in counts.items():
            if wanted[field] and there[field]:
                count[0] += 1
                count[1] += right(field, wanted[field], got[field])
    return counts


def main():
    """Prints a line for each tool: accuracy and extra of each field."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("COPYDESK_DATA", "../shared/data"))
    folder = parser.parse_args().data
    for name, read in (("copydesk", ours), ("trafilatura", trafilaturas)):
        if name != "copydesk" and importlib.util.find_spec(name) is None:
            print(f"({name} is not installed: left out)")
            continue
        counts = {field: [0, 0, 0, 0] for field in FIELDS}
        for html, annotated in pages(folder):
            gold = {field: annotated.get(key) or "" for field, key in zip(FIELDS, ("title", "author", "publish_date"), strict=True)}
            gold["date"], got = str(gold["date"])[:10], read(html)
            for field, count in counts.items():
                place = 0 if gold[field] else 2
                count[place] += 1
                count[place + 1] += right(field, gold[field], got[field]) if gold[field] else bool(got[field])
        told = (
            f"{field} {hit / max(1, of):.3f} of {of}, extra {extra / max(1, free):.3f}"
            for field, (of, hit, free, extra) in counts.items()
        )
        print(f"{name:12}", "; ".join(told))
    told = (f"{field} {hit / max(1, of):.3f} of {of}" for field, (of, hit) in scraped(folder).items())
    print("scraped text", "; ".join(told))


if __name__ == "__main__":
    main()
