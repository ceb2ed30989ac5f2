"""Title, author and date of WCXB's articles: `make bench-boilerplate`.

    python benches/metadata.py

Reads the development pages in `$COPYDESK_DATA/boilerplate/wcxb` (default `../shared/data`), on which our rules were tuned. A page
counts for a field that its annotation has. A title is right if it is the same but for case, white space and marks, or goes
on (with the site's name); a date if it is the same day; authors if all of them and no others are named. `extra` is the share of
the pages without the field for which one was given.
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

FIELDS = ("title", "author", "date")
LONG = 15
"""How long a title is, in characters, that may go on."""


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


if __name__ == "__main__":
    main()
