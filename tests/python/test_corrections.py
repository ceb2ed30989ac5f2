"""Corrections by hand: they hold at once, after matching anew and after saving, and wrong ones change nothing."""

import copydesk
import pandas as pd
import pytest
from copydesk import InputTypeError, Report, analyze, samples


def test_corrections_change_the_claims_at_once(report):
    first, second = report.claim_rows[:2]
    count = len(report.claim_rows)
    report.correct(first, speaker="Jane Roe").correct((second["document"], second["claim"]), drop=True)
    assert len(report.claim_rows) == count - 1
    assert report.claim_rows[0]["speaker"] == "Jane Roe"
    assert report.claims["speaker"][0] == "Jane Roe"
    assert "Jane Roe" in report.coverage.speakers()["speaker"]


def two_clusters(report):
    clusters = list(report.coverage.members.values())
    assert len(clusters) > 1
    return report.coverage.rows[clusters[0][0]], report.coverage.rows[clusters[1][0]]


def test_corrections_survive_matching_anew_and_saving(report, tmp_path):
    joined, target = two_clusters(report)
    key = (joined["document"], joined["claim"])
    report.correct(key, cluster=target["cluster"], speaker="Jane Roe")
    alone = next(row for row in report.claim_rows if row["cluster"] == target["cluster"] and row["document"] != joined["document"])
    for step in (lambda r: r, Report.rematch, lambda r: (r.save(tmp_path / "r"), Report.load(tmp_path / "r"))[1]):
        report = step(report)
        by_key = {(row["document"], row["claim"]): row for row in report.claim_rows}
        assert by_key[key]["cluster"] == by_key[alone["document"], alone["claim"]]["cluster"] is not None
        assert by_key[key]["speaker"] == "Jane Roe"


def test_corrections_hold_where_the_numbers_of_clusters_change(report):
    joined, target = two_clusters(report)
    report.correct(joined, cluster=target["cluster"])
    others = [row for row in report.claim_rows if row["cluster"] not in (None, target["cluster"])]
    for row in others[: len(others) // 2]:
        report.correct(row, drop=True)
    report.rematch(threshold=0.6)
    by_key = {(row["document"], row["claim"]): row["cluster"] for row in report.claim_rows}
    assert by_key[joined["document"], joined["claim"]] is not None


def test_rows_of_frames_name_claims():
    found = analyze(pd.DataFrame(samples.load()))
    shared = found.claims[found.claims["cluster"].notna()]
    series, other = shared.iloc[0], shared[shared["cluster"] != shared.iloc[0]["cluster"]].iloc[0]
    found.correct(series, cluster=other["cluster"])
    [named] = [t for t in found.claims.itertuples() if (t.document, t.claim) == (series["document"], series["claim"])]
    assert named.cluster == other["cluster"]
    found.correct(named, drop=True)
    assert len(found.claims) == len(found.claim_rows)
    assert (series["document"], series["claim"]) not in set(zip(found.claims["document"], found.claims["claim"], strict=True))


def test_a_claim_can_be_taken_out_of_its_cluster(report):
    joined, _ = two_clusters(report)
    report.correct(joined, cluster=None).rematch()
    [row] = [r for r in report.claim_rows if (r["document"], r["claim"]) == (joined["document"], joined["claim"])]
    assert row["cluster"] is None


def test_two_lone_claims_can_be_made_one(report):
    lone = [row for row in report.claim_rows if row["cluster"] is None]
    other = next(row for row in lone if row["outlet"] != lone[0]["outlet"])
    report.correct(lone[0], cluster=(other["document"], other["claim"])).rematch()
    by_key = {(row["document"], row["claim"]): row["cluster"] for row in report.claim_rows}
    assert by_key[lone[0]["document"], lone[0]["claim"]] == by_key[other["document"], other["claim"]] is not None


def test_what_is_no_claim_cannot_be_corrected(report):
    with pytest.raises(KeyError, match="no claim 999"):
        report.correct(("Nowhere", 999), drop=True)
    with pytest.raises(KeyError, match="no other claim in a cluster 12345"):
        report.correct(report.claim_rows[0], cluster=12345)
    with pytest.raises(copydesk.InputTypeError, match="claim: expected a row of the claims table"):
        report.correct("the first one", drop=True)
    with pytest.raises(copydesk.InputTypeError, match="cluster: expected a row of the claims table"):
        report.correct(report.claim_rows[0], cluster="new")
    assert report.corrections == []


def test_a_correction_of_nothing_is_an_error(report):
    with pytest.raises(ValueError, match="speaker=, cluster= or drop="):
        report.correct(report.claim_rows[0])


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA], ids=repr)
def test_a_missing_value_corrects_to_nobody_and_to_no_cluster(report, tmp_path, missing):
    joined, _ = two_clusters(report)
    key = (joined["row"], joined["claim"])
    report.correct(key, speaker=missing, cluster=missing).save(tmp_path / "r")
    row = next(r for r in Report.load(tmp_path / "r").claim_rows if (r["row"], r["claim"]) == key)
    assert (row["speaker"], row["speaker_key"], row["cluster"]) == (None, None, None)


@pytest.mark.parametrize("wrong", [{"speaker": 5}, {"speaker": " "}, {"speaker": ["a"]}, {"drop": "no"}], ids=repr)
def test_a_wrong_correction_changes_nothing(report, wrong):
    before = report.claim_rows
    with pytest.raises(InputTypeError, match=f"{next(iter(wrong))}: expected"):
        report.correct(before[0], **wrong)
    assert report.corrections == [] and report.claim_rows == before


def test_what_was_dropped_comes_back(report, tmp_path):
    before = report.claim_rows
    key = (before[0]["row"], before[0]["claim"])
    report.correct(key, drop=True).correct(key, speaker="Jane Roe").correct(key, drop=False).save(tmp_path / "r")
    again = Report.load(tmp_path / "r").rematch()
    assert len(again.claim_rows) == len(before) and again.claim_rows[0]["speaker"] == "Jane Roe"


def test_what_was_joined_to_a_cluster_stays_there_where_one_of_its_claims_is_dropped(report):
    clusters = [n for n, rows in report.coverage.members.items() if len(rows) > 2]
    joined = next(row for row in report.claim_rows if row["cluster"] is None)
    key = (joined["row"], joined["claim"])
    members = [(row["row"], row["claim"]) for row in report.claim_rows if row["cluster"] == clusters[0]]
    report.correct(key, cluster=clusters[0])
    report.correct(members[0], drop=True)
    for step in (lambda r: r, Report.rematch):
        by_key = {(row["row"], row["claim"]): row["cluster"] for row in step(report).claim_rows}
        assert by_key[key] is not None and by_key[key] == by_key[members[1]]
