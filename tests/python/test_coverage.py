"""The same claim across outlets: what counts as one, and what the views of it say."""

import dataclasses
import json

import copydesk
import pandas as pd
import polars as pl
import pytest
from copydesk import Coverage, match_claims
from hearing import HEARING, claim, litres


def columns_of(table):
    return list(table.column_names if isinstance(table, copydesk.Table) else table.columns)


@pytest.mark.parametrize("make", [list, tuple, pd.DataFrame, pl.DataFrame], ids=["list", "tuple", "pandas", "polars"])
def test_claims_come_back_as_they_came_with_their_clusters(make):
    claims = make(HEARING)
    matched = match_claims(claims)
    assert type(matched) is type(claims)
    clusters = [c["cluster"] for c in matched] if make in (list, tuple) else matched["cluster"].to_list()
    assert [None if cluster is None or cluster is pd.NA else cluster for cluster in clusters] == [0, 0, None, None]


def test_an_arrow_table_comes_back_as_a_table():
    import pyarrow as pa

    matched = match_claims(pa.Table.from_pylist(HEARING))
    assert isinstance(matched, copydesk.Table)
    assert matched["cluster"] == [0, 0, None, None]
    assert "int64" in str(matched.to_arrow().schema.field("cluster").type)


def test_objects_are_copied_never_changed():
    @dataclasses.dataclass(frozen=True)
    class Said:
        outlet: str
        text: str
        cluster: int | None = None

    said = [Said(c["outlet"], c["text"]) for c in HEARING]
    matched = match_claims(said)
    assert [c.cluster for c in matched] == [0, 0, None, None]
    assert {c.cluster for c in said} == {None}


def test_claims_of_different_stories_are_never_one():
    claims = [dict(c, story=n % 2) for n, c in enumerate(HEARING)]
    assert [c["cluster"] for c in match_claims(claims, story="story")] == [None] * 4
    assert [c["cluster"] for c in match_claims(HEARING, story=["a", "a", "b", "b"])][:2] == [0, 0]


def test_clusters_do_not_depend_on_the_order_of_the_rows():
    forward, backward = match_claims(HEARING), match_claims(HEARING[::-1])[::-1]
    assert [c["cluster"] for c in forward] == [c["cluster"] for c in backward]


def test_no_claims_are_no_clusters():
    assert match_claims([]) == []
    assert match_claims(pd.DataFrame(HEARING).iloc[:0])["cluster"].tolist() == []


@pytest.mark.parametrize("claims", ["text", 7, None, pd.Series(["a"])], ids=["str", "int", "none", "series"])
def test_what_is_no_table_of_claims_is_named(claims):
    with pytest.raises(copydesk.InputTypeError, match="claims: expected a pandas or polars DataFrame"):
        match_claims(claims)


def test_a_missing_column_is_named_with_those_there_are():
    with pytest.raises(copydesk.InputTypeError, match="there is no column 'text'; there are words"):
        match_claims([{"words": "a"}])
    with pytest.raises(copydesk.InputTypeError, match="no column 'paper'"):
        match_claims(HEARING, outlet="paper")
    with pytest.raises(copydesk.InputTypeError, match=r"claims, row 1: expected text to be str"):
        match_claims([claim("A", "one"), claim("B", 7)])
    with pytest.raises(copydesk.InputTypeError, match="story: expected 4 values"):
        match_claims(HEARING, story=[1])


def test_the_matrix_has_a_row_a_shared_claim_and_a_column_an_outlet(coverage):
    [row] = coverage.matrix().to_dicts()
    assert row["outlets"] == 2
    assert row["speaker"] == "Rupert Vanstone"
    assert row["Gazette"].startswith("about 40,000")
    assert row["Courier"].startswith("180,000")
    assert row["Digest"] is None


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame], ids=["pandas", "polars"])
def test_views_are_tables_of_the_kind_of_the_claims(make):
    coverage = Coverage(match_claims(make(HEARING)))
    views = [
        coverage.matrix(),
        coverage.conflicts(),
        coverage.wording(0),
        coverage.speakers(),
        coverage.similarity(),
        coverage.exclusive("Courier"),
        coverage.omitted("Digest"),
        coverage.to_frame(),
    ]
    assert {type(view) for view in views} == {make}


def test_views_of_nothing_keep_their_columns(coverage):
    empty = Coverage(match_claims(pd.DataFrame(HEARING[2:])), matched=True)
    assert columns_of(empty.conflicts()) == columns_of(coverage.conflicts())
    assert len(empty.matrix()) == 0


def test_claims_of_which_no_more_is_known_than_text_and_outlet_are_shown():
    known = [{"outlet": claim["outlet"], "text": claim["text"]} for claim in HEARING]
    shown = Coverage(match_claims(known))._repr_html_()
    assert "litres of solvent escaped from the plant" in shown


def test_claims_that_were_not_matched_are_pointed_out():
    with pytest.raises(ValueError, match="call match_claims first"):
        Coverage(HEARING)
    claims = copydesk.extract_claims(pd.Series(["She said that it was over."] * 2), outlet=["A", "B"], language="en")
    with pytest.warns(UserWarning, match="match_claims was not called"):
        Coverage(claims)


def test_rows_without_text_are_in_no_cluster_and_no_view():
    lost = {"row": 9, "document": "9", "error": "expected str or None, got int"}
    rows = match_claims([*HEARING[:2], lost, dict(lost, text=" "), *HEARING[2:]])
    assert [row["cluster"] for row in rows] == [0, 0, None, None, None, None]
    coverage = Coverage(rows)
    assert coverage.outlets == ["Gazette", "Courier", "Digest"]
    assert coverage.similarity().to_dicts() == Coverage(match_claims(HEARING)).similarity().to_dicts()


def test_documents_of_one_label_are_not_one_document():
    claims = [{"row": n, "document": "same", "text": c["text"]} for n, c in enumerate(HEARING[:2])]
    assert [c["cluster"] for c in match_claims(claims)] == [0, 0]


def test_an_outlet_may_be_named_as_a_column_is():
    claims = [dict(c, outlet={"Gazette": "claim"}.get(c["outlet"], c["outlet"])) for c in HEARING]
    names = columns_of(Coverage(match_claims(claims)).matrix())
    assert len(set(names)) == len(names)
    assert "claim (2)" in names


@pytest.mark.parametrize("make", [list, pd.DataFrame, pl.DataFrame], ids=["list", "pandas", "polars"])
def test_no_name_of_an_outlet_breaks_a_table(make):
    names = {"Gazette": "=1+1", "Courier": "a zero \0 and a bell \a", "Digest": "<script>"}
    coverage = Coverage(match_claims(make([dict(c, outlet=names[c["outlet"]]) for c in HEARING])))
    assert columns_of(coverage.matrix())[4:] == ["=1+1", "a zero \ufffd and a bell \a", "<script>"]
    assert len(coverage.exclusive(names["Courier"])) == 1


def test_exclusive_and_omitted_are_each_others_mirror(coverage):
    assert coverage.exclusive("Courier")["text"] == ["bosses had ignored the cracked valve for weeks"]
    assert len(coverage.omitted("Courier")) == 0
    assert [row["cluster"] for row in coverage.omitted("Digest").to_dicts()] == [0]
    with pytest.raises(KeyError, match="no outlet 'Herald'; there are 'Gazette'"):
        coverage.omitted("Herald")
    with pytest.raises(KeyError, match="no cluster 9"):
        coverage.wording(9)


def test_an_outlet_omits_nothing_of_a_story_that_it_has_no_article_of():
    claims = [
        {"row": row, "outlet": outlet, "text": text, "cluster": cluster}
        for row, (outlet, text, cluster) in enumerate([
            ("Herald", "the bridge will stay closed", 0), ("Courier", "the bridge stays closed", 0), ("Post", "trains are late", None),
            ("Herald", "the vote was fair", 1), ("Courier", "it was a fair vote", 1),
        ])
    ]  # fmt: skip
    articles = [{"row": row, "outlet": claim["outlet"], "story": "ab"[row > 2]} for row, claim in enumerate(claims)]
    omitted = lambda **told: Coverage(claims, **told).omitted("Post").to_dicts()
    assert [row["cluster"] for row in omitted()] == [0, 1]
    assert [row["cluster"] for row in omitted(articles=articles)] == [0]
    with pytest.raises(ValueError, match="articles: there is no column 'row'"):
        Coverage(claims, articles=[{"outlet": "Herald", "text": "The bridge will stay closed."}])


def test_share_of_voice_counts_claims_a_speaker_and_outlet(coverage):
    rows = coverage.speakers().to_dicts()
    assert [(row["speaker"], row["claims"], row["outlets"], row["Courier"]) for row in rows] == [
        ("Rupert Vanstone", 2, 2, 1),
        ("Lukas Perrin", 1, 1, 1),
    ]


def test_a_copy_of_an_article_in_the_same_outlet_is_no_second_voice():
    said = {"outlet": "Herald", "speaker": "Jane Roe", "text": "the quay is closed", "start": 12, "cluster": None}
    rows = [said | {"row": 0}, said | {"row": 1}, said | {"row": 1, "start": 90}, said | {"row": 2, "outlet": "Post"}]
    found = Coverage(rows, matched=True).speakers().to_dicts()
    assert [(row["claims"], row["Herald"], row["Post"]) for row in found] == [(3, 2, 1)]


def test_similarity_is_directed_where_one_outlet_carries_more(coverage):
    pairs = {(row["outlet"], row["other"]): row for row in coverage.similarity().to_dicts()}
    assert pairs["Gazette", "Courier"]["of_outlet"] == 1
    assert pairs["Courier", "Gazette"]["of_outlet"] == 0.5
    assert pairs["Gazette", "Digest"]["wording"] is None
    assert 0.5 < pairs["Gazette", "Courier"]["wording"] < 1


def test_columns_of_the_caller_stay_in_the_claims():
    frame = pd.DataFrame(HEARING).assign(note=["a", "b", "c", "d"])
    assert Coverage(match_claims(frame)).to_frame()["note"].tolist() == ["a", "b"]


def test_interrupting_a_large_match_does_not_wait_for_its_end(in_child):
    out = in_child(
        """
        import _thread, threading, time, random
        import copydesk
        random.seed(7)
        words = [f"word{n}" for n in range(900)]
        claims = [{"outlet": str(n % 9), "text": " ".join(random.choices(words, k=14))} for n in range(150_000)]
        started = time.monotonic()
        threading.Timer(1.0, _thread.interrupt_main).start()
        try:
            copydesk.match_claims(claims)
            print("not interrupted", time.monotonic() - started)
        except KeyboardInterrupt:
            print("interrupted")
        """,
        timeout=60,
    )
    assert out.startswith("interrupted")


def test_copied_text_and_agencies_show_in_similarity():
    text = "TOLM (Reuters) - The old harbour bridge at Tolm will be closed to lorries from Monday, the mayor said."
    claims = match_claims([{"row": n, "outlet": name, "text": text} for n, name in enumerate(("Herald", "Courier"))])
    pair = Coverage(claims, articles=[{"row": n, "text": text} for n in (0, 1)]).similarity().to_dicts()[0]
    assert (pair["same_text"], pair["agency"]) == (1.0, "Reuters")
    assert Coverage(claims).similarity().to_dicts()[0]["same_text"] is None


def test_a_coverage_is_a_page_of_its_own(tmp_path):
    claims = match_claims([{"outlet": name, "text": "the bridge at Tolm is closed"} for name in ("<b>", "Courier")])
    page = Coverage(claims).to_html(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text() == page and "<b>&" not in page and "&lt;b&gt;" in page


def test_lists_that_went_through_csv_are_named(tmp_path):
    counted = [claim(name, "40,000 litres of solvent escaped", quantities=litres(40000)) for name in ("Gazette", "Courier")]
    pd.DataFrame(match_claims(counted)).to_csv(tmp_path / "claims.csv", index=False)
    claims = pd.read_csv(tmp_path / "claims.csv")
    for take in (match_claims, Coverage):
        with pytest.raises(copydesk.InputTypeError, match="claims, row 0: expected quantities to be a list.*Parquet"):
            take(claims)
    claims["quantities"] = [json.dumps(litres(n)) for n in (40000, 90000)]
    assert match_claims(claims)["cluster"].tolist() == [0, 0]
    assert Coverage(claims).conflicts()["value"].tolist() == ["40,000", "90000 litres"]


def test_an_outlet_of_which_no_claim_was_read_leaves_out_all():
    rows = [
        {"outlet": "Herald", "text": "Mayor Ilse Brandt said the ferry would stop on Monday."},
        {"outlet": "Silent Post", "text": "Sunny spells."},
        {"outlet": "Courier", "text": "The ferry will stop on Monday, said Mayor Ilse Brandt."},
    ]
    coverage = copydesk.analyze(rows, text="text", outlet="outlet").coverage
    assert coverage.outlets == ["Herald", "Silent Post", "Courier"]
    assert [row["Silent Post"] for row in coverage.matrix().to_dicts()] == [None]
    assert len(coverage.omitted("Silent Post")) == 1 and len(coverage.exclusive("Silent Post")) == 0
    assert {pair["of_outlet"] for pair in coverage.similar_pairs if pair["outlet"] == "Silent Post"} == {0.0}
