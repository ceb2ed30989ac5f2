"""Fits the weights of matching on everything that is annotated, and says what they reach on what they have not seen.

    python benches/coverage_fit.py [--free]

Logistic regression, twice: on what two claims have in common, then on what stands around them under those weights. Every set
(a story, the sample, a handful of report pairs) is left out once, clusters are made with the weights of the others, and the
figures are summed over the sets; the weights of all sets are printed last, in the order of `src/coverage/matching/tuning.rs`.
"""

import itertools
import sys

import coverage_quality as quality
import numpy as np

from copydesk import _core
from copydesk._columns import plain_options
from copydesk._matching import record_columns

OWN = ("bias", "larger", "smaller", "grams", "order", "shared", "thin", "numbers", "dates", "speaker", "quoted", "few", "other",
       "substance", "ends", "unique", "meaning")
LOOK = ("bias", "odds", "margin", "company", "voice", "near", "apart")
ALL = len(OWN) + len(LOOK)
PARTS = {
    across: (slice(at, at + len(OWN)), slice(at + len(OWN), at + ALL)) for across, at in ((False, 0), (True, ALL))
}
"""Where the weights of own figures and of the look around stand in the list, by whether pairs are of two languages."""
STEADY = 2.0
"""How strongly the weights are held to those that they start from."""


def logistic(x, y, weight, start, steady=STEADY):
    """Newton's method on the log likelihood with a Gaussian prior around `start`; the bias is free."""
    w = start.copy()
    hold = np.full(len(w), steady)
    hold[0] = 1e-3
    for _ in range(200):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (y - p)) - hold * (w - start)
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(hold)
        step = np.clip(np.linalg.solve(hessian, gradient), -0.5, 0.5)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


class Set:
    """Claims with what is known of their pairs."""

    def __init__(self, name, docs, groups, claims):
        self.name, self.docs, self.groups = name, docs, groups
        self.claims = [dict(claim) for claim in claims]
        for claim in self.claims:
            claim.setdefault("row", claim["doc"])
        self.columns = record_columns(self.claims)
        gold = quality.Gold(docs, groups, self.claims)
        self.gold = gold
        self.weight = 1.0

    def pairs(self, weights):
        """Figures, label, and whether the pair is in two languages; pairs that nobody has judged are left out."""
        found = []
        for a, b, across, barred, own, around in _core.pair_figures(self.columns, weights, plain_options(None, "claims")):
            judged = [self.gold.judge(x, y) for x in a for y in b]
            judged = [j for j in judged if j is not None]
            if judged and not barred:
                found.append((own, around, any(judged), across))
        return found

    def clusters(self, weights):
        return _core.match_weighted(self.columns, weights, plain_options(None, "claims"))

    def score(self, weights):
        for claim, cluster in zip(self.claims, self.clusters(weights), strict=True):
            claim["cluster"] = cluster
        return self.gold.count(self.claims)


class Heap(Set):
    """Articles of many stories in one call: claims of two stories are never one."""

    def __init__(self, docs, story_of):
        super().__init__("heap", docs, [], quality.extracted(docs))
        of = [story_of[claim["doc"]] for claim in self.claims]
        self.gold.judge = lambda a, b: False if of[a] != of[b] else None


def fit(sets, start):
    start = np.array(start)
    new = start.copy()
    for across, (own, look) in PARTS.items():
        rows = [(o, y, s.weight) for s in sets for o, _, y, a in s.pairs(list(start)) if a == across]
        x, y, w = (np.array(column, float) for column in zip(*rows, strict=True))
        new[own] = logistic(x, y, w, start[own])
        rows = [(r, y, s.weight) for s in sets for _, r, y, a in s.pairs(list(new)) if a == across and r[1] > -8]
        x, y, w = (np.array(column, float) for column in zip(*rows, strict=True))
        new[look] = logistic(x, y, w, start[look])
    return list(new)


def load():
    sets = []
    docs, groups = quality.stories()
    for story, own in itertools.groupby(docs, key=lambda d: d[0].rstrip("0123456789")):
        own = list(own)
        ids = {a["id"] for _, _, attributions in own for a in attributions}
        some = [kept for group in groups if len(kept := [i for i in group if i in ids]) > 1]
        sets.append(Set(f"{story} extracted", own, some, quality.extracted(own)))
        sets.append(Set(f"{story} given", own, some, quality.given(own)))
    for name, more in quality.invented("dev").items():
        sets.append(Set(f"i:{name} extracted", *more, quality.extracted(more[0])))
        sets.append(Set(f"i:{name} given", *more, quality.given(more[0])))
    docs, groups = quality.sample()
    sets.append(Set("sample extracted", docs, groups, quality.extracted(docs)))
    sets.append(Set("sample given", docs, groups, quality.given(docs)))
    docs, stories = quality.everything(("dev",))
    sets.append(Heap(docs, stories))
    for part in ("dev", "dev2"):
        for number, (docs, groups, claims) in enumerate(quality.pairs_of_reports(part)):
            sets.append(Set(f"reports-{part}-{number // 6} {number}", docs, groups, claims))
    return sets


def total(counts):
    tried, right, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    p, r = right / max(tried, 1), found / max(wanted, 1)
    return f"P {100 * p:5.1f} R {100 * r:5.1f} F1 {200 * p * r / max(p + r, 1e-9):5.1f} of {wanted}"


def kind(s):
    head, way = s.name.split(" ", 1)
    if head.startswith("reports"):
        return "reports " + head.split("-")[1]
    return f"{'sample' if head == 'sample' else 'invented' if head.startswith('i:') else 'stories'} {way}"


def table(sets, weights_of):
    counts = {}
    for s in sets:
        if isinstance(s, Heap):
            continue
        counts.setdefault(kind(s), []).append(s.score(weights_of(s)))
    for name, values in counts.items():
        print(f"{name:20}", total(values))


def main():
    sets = load()
    shipped = _core.weights()
    print("as shipped")
    table(sets, lambda s: shipped)
    groups = {s.name.split(" ")[0] for s in sets if not isinstance(s, Heap)}
    left_out = {g: fit([s for s in sets if s.name.split(" ")[0] != g], shipped) for g in groups}
    print("left out")
    table(sets, lambda s: left_out[s.name.split(" ")[0]])
    weights = fit(sets, shipped)
    print("seen")
    table(sets, lambda s: weights)
    for across, (own, look) in PARTS.items():
        for head, names, part in (("own", OWN, own), ("look", LOOK, look)):
            values = ", ".join(f"{name}: {value:.2f}" for name, value in zip(names, weights[part], strict=True))
            print(f"{head} across" if across else head, values)


if __name__ == "__main__":
    sys.path.insert(0, str(quality.ROOT / "benches"))
    main()
