"""Measures how often the encoding of a page is found: `python benches/page_encodings.py [$COPYDESK_DATA]`.

Development pages are written in the old encodings that their text allows, once with a right declaration, once without any,
and read back. A page is read right if every character is as it was. Characters that an encoding lacks become references
(`&#8217;`), as sites wrote them. Most pages are in a few languages, so pages made of sentences of many languages (Tatoeba)
are added: a bare frame with 3, 12 and 40 of them.
"""

from __future__ import annotations

import collections
import glob
import gzip
import os
import re
import sys
import tarfile
from collections.abc import Iterator

from copydesk import _core

PAGES = 200
LETTERS = {
    "windows-1251": "[\u0400-\u04ff]",
    "windows-1256": "[\u0600-\u06ff]",
    "gb18030": "[\u4e00-\u9fff]",
    "shift_jis": "[\u3040-\u30ff\u4e00-\u9fff]",
    "euc-kr": "[\uac00-\ud7a3]",
    "iso-8859-2": "[ąćęłńśźżčďěňřšťůžőűăşţĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽŐŰĂŞŢ]",
    "windows-1252": "[à-öø-ÿÀ-ÖØ-ÞßŒœŠšŽž]",
}
"""Encodings, and the letters that a page must have to be written in one."""
CODECS = {"gb18030": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949", "iso-8859-2": "iso8859_2"}
DECLARED = re.compile(r"<meta[^>]*charset[^>]*>|<\?xml[^>]*>", re.IGNORECASE)


SENTENCES = {
    "windows-1251": ["rus", "ukr", "bul", "bel", "srp", "mkd"],
    "windows-1252": ["deu", "fra", "spa", "por", "ita", "nld", "swe", "dan", "fin", "isl", "cat"],
    "windows-1256": ["ara"],
    "iso-8859-2": ["pol", "ces", "hun", "slk", "slv", "hrv"],
    "gb18030": ["cmn"],
    "shift_jis": ["jpn"],
    "euc-kr": ["kor"],
}
FRAME = "<html><head><title>{0}</title></head><body><div class=menu><a href=/>Home</a></div>{1}</body></html>"


def invented(folder: str) -> Iterator[tuple[str, str]]:
    """Pages of sentences, each with the encoding that its language was written in."""
    with tarfile.open(f"{folder}/language/train/tatoeba.tar.xz") as archive:
        names = {re.split(r"[^a-z]", os.path.basename(name))[0]: name for name in archive.getnames()}
        for encoding, codes in SENTENCES.items():
            for code in codes:
                member = archive.extractfile(names[code]) if code in names else None
                if member is None:
                    continue
                lines = member.read().decode().splitlines()
                letters = re.compile(LETTERS[encoding])
                lines = [line.split("\t")[-1] for line in lines if letters.search(line)]
                for count in (3, 12, 40):
                    for at in range(0, min(len(lines), 4 * count) - count + 1, count):
                        paragraphs = "".join(f"<p>{line}</p>\n" for line in lines[at : at + count])
                        yield encoding, FRAME.format(lines[at], paragraphs)


def natural(text: str) -> list[str]:
    """The encodings that a site in this language would have used."""
    sample = re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    letters = [char for char in sample if ord(char) > 127 and char.isalpha()]
    if len(letters) < 20:
        return ["utf-16-le", "utf-16-be"] if letters else []
    kana = len(re.findall("[\u3040-\u30ff]", sample))
    found = ["utf-16-le", "utf-16-be"]
    for name, pattern in LETTERS.items():
        fits = sum(bool(re.match(pattern, char)) for char in letters) / len(letters)
        least = 0.15 if name == "iso-8859-2" else 0.9
        other = (name == "gb18030" and kana > 20) or (name == "shift_jis" and kana <= 20)
        if fits >= least and not other:
            lost = sum(len(char.encode(CODECS.get(name, name), "ignore")) == 0 for char in letters)
            if lost <= 0.02 * len(letters):
                found.append(name)
    return found


def written(text: str, name: str, declared: bool) -> tuple[bytes, str]:
    """The page in an encoding, and the text that must come back."""
    bare = DECLARED.sub("", text)
    if declared and not name.startswith("utf-16"):
        bare = re.sub(r"(<head[^>]*>)", rf'\1<meta charset="{name}">', bare, count=1, flags=re.IGNORECASE)
    data = bare.encode(CODECS.get(name, name), "xmlcharrefreplace")
    if declared and name.startswith("utf-16"):
        data = (b"\xff\xfe" if name.endswith("le") else b"\xfe\xff") + data
    return data, data.decode(CODECS.get(name, name)).lstrip("\ufeff")


def main() -> None:
    """Prints pages read right, of all, by encoding and declaration."""
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("COPYDESK_DATA", "../shared/data")
    paths = [path for kind in ("news", "wcxb") for path in sorted(glob.glob(f"{folder}/boilerplate/{kind}/html/*.html.gz"))]
    right: collections.Counter[tuple[str, bool]] = collections.Counter()
    tried: collections.Counter[tuple[str, bool]] = collections.Counter()
    pages = 0
    for path in paths:
        text = gzip.open(path).read().decode("utf-8", "replace").replace("\ufeff", "").replace("\ufffd", "")
        names = natural(text)
        if not names or pages == PAGES:
            continue
        pages += 1
        for name in names:
            for declared in (True, False):
                data, expected = written(text, name, declared)
                tried[name, declared] += 1
                same = _core.decode_page(data) == expected
                right[name, declared] += same
                if not same and os.environ.get("VERBOSE"):
                    print(f"  wrong: {os.path.basename(path)} {name} {'declared' if declared else 'undeclared'}")
    print(f"{pages} pages")
    table(right, tried)
    right.clear()
    tried.clear()
    for name, text in invented(folder):
        for declared in (True, False):
            data, expected = written(text, name, declared)
            tried[name, declared] += 1
            right[name, declared] += _core.decode_page(data) == expected
    print("\npages of sentences")
    table(right, tried)


def table(right: collections.Counter[tuple[str, bool]], tried: collections.Counter[tuple[str, bool]]) -> None:
    """Prints the counts of one kind of pages."""
    for declared in (True, False):
        for name in sorted({name for name, _ in tried}):
            key = (name, declared)
            print(f"{name:14} {'declared' if declared else 'undeclared':10} {right[key]:4} of {tried[key]:4}")
        counts = [sum(counter[key] for key in tried if key[1] == declared) for counter in (right, tried)]
        print(f"{'all':14} {'declared' if declared else 'undeclared':10} {counts[0]:4} of {counts[1]:4} {counts[0] / counts[1]:.1%}")


if __name__ == "__main__":
    main()
