"""The same claim across outlets: what counts as one, and what the views of it say."""

import dataclasses
import json

import copydesk
import pandas as pd
import polars as pl
import pytest
from copydesk import Coverage, analyze, match_claims

PERRIN = {"speaker": "Lukas Perrin", "speaker_key": "perrin", "speaker_type": "person"}
VANSTONE = {"speaker": "Rupert Vanstone", "speaker_key": "vanstone", "speaker_type": "person"}


def claim(outlet, text, **fields):
    usual = {
        "row": ord(outlet[0]),
        "document": outlet,
        "outlet": outlet,
        "text": text,
        "kind": "indirect",
        "language": "en",
        "polarity": "affirmed",
        "act": "say",
        "speaker": None,
        "speaker_key": None,
        "speaker_type": None,
        "quantities": [],
        "dates": [],
    }
    return usual | fields


def litres(value, comparator="="):
    return [{"value": float(value), "upper": None, "unit": "litres", "comparator": comparator, "start": 0, "end": 1}]


HEARING = [
    claim("Gazette", "about 40,000 litres of solvent had escaped from the plant", quantities=litres(40000, "~"), **VANSTONE),
    claim("Courier", "180,000 litres of solvent escaped from the plant", quantities=litres(180000), **VANSTONE),
    claim("Courier", "bosses had ignored the cracked valve for weeks", **PERRIN),
    claim("Digest", "nobody has paid for the bottled water so far"),
]


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


@pytest.fixture
def coverage():
    return Coverage(match_claims(HEARING))


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


def test_changed_words_are_those_the_longest_wording_lacks(coverage):
    longest, other = coverage.wording(0).to_dicts()
    assert longest["outlet"] == "Gazette"
    assert longest["marked"] == "[about 40,000] litres of solvent [had] escaped from the plant"
    assert other["marked"] == "[180,000] litres of solvent escaped from the plant"
    assert [other["text"][start:end] for start, end in other["changed"]] == ["180,000"]


def test_wordings_in_two_languages_are_not_marked_against_each_other():
    claims = [dict(c, cluster=0) for c in HEARING[:2]]
    claims[1] |= {"text": "180.000 Liter Lösungsmittel liefen aus", "language": "de"}
    assert [row["changed"] for row in Coverage(claims).wording(0).to_dicts()] == [[], []]


def clustered(*texts, **fields):
    return [claim(f"Outlet {n}", text, cluster=0, **fields) for n, text in enumerate(texts)]


def sides(claims):
    """Kind by kind, the outlets by what they say."""
    found = {}
    for row in Coverage(claims).conflicts().to_dicts():
        found.setdefault(row["kind"], {}).setdefault(row["value"], []).append(row["outlet"])
    return found


def test_a_number_on_which_outlets_differ_is_a_conflict(coverage):
    rows = coverage.conflicts().to_dicts()
    assert {row["kind"] for row in rows} == {"number"}
    assert {(row["outlet"], row["text"]) for row in rows} == {(c["outlet"], c["text"]) for c in HEARING[:2]}
    assert len({row["conflict"] for row in rows}) == 1


def test_all_members_that_use_the_same_words_take_the_same_side():
    claims = clustered(
        "the spill was put at 40,000 litres",
        "the spill was put at 180,000 litres",
        "they put the spill at 40,000 litres",
        "the spill was put at 180,000 litres by the institute",
        "the spill was large",
    )
    [said] = sides(claims).values()
    assert sorted(map(sorted, said.values())) == [["Outlet 0", "Outlet 2"], ["Outlet 1", "Outlet 3"]]


def test_a_day_or_number_told_in_another_language_takes_its_side_in_its_own_words():
    def told(texts):
        report = analyze([{"text": text, "outlet": outlet} for outlet, text in texts.items()])
        return sides([row | {"cluster": 0} for row in report.claim_rows])

    found = told({
        "Echo": "The survey of the wreck is dated October 2024, diver Lena Brandt said.",
        "Post": "The survey of the wreck is dated November 2024, diver Lena Brandt said.",
        "Bote": "Das Gutachten zum Wrack stammt vom November 2024, sagte die Taucherin Lena Brandt.",
        "Quai": "Le rapport sur l'épave date de novembre 2024, a déclaré la plongeuse Lena Brandt.",
    })
    assert found["date"] == {"October 2024": ["Echo"], "November 2024": ["Post", "Bote"], "novembre 2024": ["Quai"]}
    found = told({
        "Echo": "A third of the divers stayed ashore, Lena Brandt said.",
        "Post": "Half of the divers stayed ashore, Lena Brandt said.",
        "Quai": "Un tiers des plongeurs est resté à terre, a déclaré Lena Brandt.",
    })
    assert found["number"] == {"A third": ["Echo"], "Half": ["Post"], "Un tiers": ["Quai"]}


def test_who_gives_the_figures_of_both_sides_takes_neither():
    def counted(outlet, text, *values):
        one = {"upper": None, "unit": "boats", "comparator": "=", "start": None, "end": None}
        return claim(outlet, text, cluster=0, quantities=[{**one, "value": float(n)} for n in values])

    claims = [
        *(counted(outlet, f"the storm sank {n} boats", n) for outlet, n in (("A", 14), ("B", 17))),
        counted("C", "the storm sank quatorze boats, or dix-sept", 14, 17),
        counted("D", "the storm sank quatorze boats", 14),
    ]
    assert {row for rows in sides(claims)["number"].values() for row in rows} == {"A", "B", "D"}


def test_two_days_are_a_conflict_and_two_speakers_are_one():
    claims = clustered("the solvent escaped on 2 May", "the solvent escaped on 3 May")
    assert set(sides(claims)) == {"date"}
    claims = clustered("the level was far beyond the limit", "the level was far beyond the limit")
    claims = [claims[0] | PERRIN, claims[1] | VANSTONE]
    assert set(sides(claims)) == {"speaker"}


def test_what_only_one_says_is_no_conflict():
    assert sides(clustered("40,000 litres of solvent escaped", "solvent escaped from the plant")) == {}
    assert sides(clustered("40,000 litres of solvent escaped", "about 40,000 litres of the solvent escaped")) == {}


def test_exclusive_and_omitted_are_each_others_mirror(coverage):
    assert coverage.exclusive("Courier")["text"] == ["bosses had ignored the cracked valve for weeks"]
    assert len(coverage.omitted("Courier")) == 0
    assert [row["cluster"] for row in coverage.omitted("Digest").to_dicts()] == [0]
    with pytest.raises(KeyError, match="no outlet 'Herald'; there are 'Gazette'"):
        coverage.omitted("Herald")
    with pytest.raises(KeyError, match="no cluster 9"):
        coverage.wording(9)


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


def test_what_two_carry_to_the_word_is_the_original_rather_than_a_longer_rendering():
    said = lambda outlet, text: claim(outlet, text, cluster=0, kind="direct", language="en")
    quoted = [
        said("Herald", "What we found in the lower basin was nine times the legal limit"),
        said("Courier", "What we found in lower basin was nine times the legal limit"),
        said("Digest", "What we have found in this lower basin was nine times over the limit that the law allows"),
    ]
    likely = {row["outlet"]: row["likely_original"] for row in Coverage(quoted).wording(0).to_dicts()}
    assert likely == {"Herald": True, "Courier": False, "Digest": False}


def test_the_longest_of_two_direct_quotations_is_not_for_that_reason_the_original():
    quoted = [
        claim("Herald", "We rang the harbour master twice", cluster=0, kind="direct", language="en"),
        claim("Digest", "Two times we have called by telephone the master of the port", cluster=0, kind="direct", language="en"),
    ]
    column = lambda claims: {row["outlet"]: row["likely_original"] for row in Coverage(claims).wording(0).to_dicts()}
    assert column(quoted) == {"Herald": None, "Digest": None}
    copied = [*quoted, claim("Courier", "we rang the harbour master twice", cluster=0, kind="direct", language="en")]
    assert column(copied)["Digest"] is False
    assert [column(copied)[name] for name in ("Herald", "Courier")].count(True) == 1


def test_a_timeline_tells_who_had_a_claim_first():
    said = "the old harbour bridge will be closed to lorries from Monday"
    claims = match_claims([
        {"outlet": "Herald", "text": said, "published": "2024-05-02"},
        {"outlet": "Courier", "text": said, "published": "2024-05-01"},
    ])
    line = Coverage(claims).timeline().to_dicts()[0]
    assert (line["first_outlet"], line["first"][:10], line["outlets"]) == ("Courier", "2024-05-01", 2)
    timeless = match_claims([{"outlet": name, "text": said} for name in ("Herald", "Courier")])
    with pytest.raises(ValueError, match="no time"):
        Coverage(timeless).timeline()


def test_equal_days_are_no_order():
    said = "the old harbour bridge will be closed to lorries from Monday"

    def first(*published):
        claims = [{"outlet": name, "text": said, "published": time} for name, time in zip("ABC", published, strict=False)]
        line = Coverage(match_claims(claims)).timeline().to_dicts()[0]
        return line["first_outlet"], line["first"]

    assert first("2024-05-02", "2024-05-02") == (None, "2024-05-02")
    assert first("2024-05-02", "2024-05-02T08:00:00Z", "2024-05-03") == (None, "2024-05-02")
    assert first("2024-05-03", "2024-05-02", "2024-05-03") == ("B", "2024-05-02")
    assert first("2024-05-02T09:00:00Z", "2024-05-02T08:00:00Z") == ("B", "2024-05-02T08:00:00+00:00")


def test_of_copies_published_on_one_day_none_is_the_earliest():
    def evidence(*published):
        told = {"text": "We rang the harbour master twice", "kind": "direct", "language": "en", "cluster": 0}
        claims = [claim(name, published=time, **told) for name, time in zip("ABC", published, strict=False)]
        return {row["outlet"]: row["evidence"] for row in Coverage(claims).wording(0).to_dicts() if row["likely_original"]}

    assert evidence("2024-05-02", "2024-05-02", "2024-05-03") == {"A": "word for word in B, C"}
    assert evidence("2024-05-02", "2024-05-01", "2024-05-02") == {"B": "word for word in A, C; the earliest"}


def test_one_number_in_several_languages_is_one_side_of_a_dispute():
    def counted(outlet, language, text, number):
        start = text.index(number)
        value = {"3": 3.0, "trois": 3.0, "5": 5.0}[number]
        quantity = {"value": value, "upper": None, "unit": None, "comparator": "=", "start": start, "end": start + len(number)}
        return claim(outlet, text, cluster=0, start=0, language=language, quantities=[quantity], row=outlet)

    coverage = Coverage([
        counted("Herald", "en", "3 ferries sank in the storm", "3"),
        counted("Gazette", "fr", "trois ferries ont sombré dans la tempête", "trois"),
        counted("Courier", "en", "5 ferries sank in the storm", "5"),
    ])
    rows = coverage.conflicts().to_dicts()
    assert {row["outlet"]: row["side"] for row in rows} == {"Herald": 0, "Gazette": 0, "Courier": 1}
    assert "<b>3</b> = <b>trois</b> Herald, Gazette · <b>5</b> Courier" in coverage.to_html()


def test_all_sides_of_yes_and_no_are_told_also_where_one_outlet_has_both():
    def said(outlet, text, row):
        return claim(outlet, text, cluster=0, language="en", row=row, polarity=None)

    closed, open_ = "the old bridge at Tolm is closed to lorries", "the old bridge at Tolm is not closed to lorries"
    outlets = [("Herald", open_), ("Gazette", open_), ("Courier", closed), ("Courier", open_)]
    coverage = Coverage([said(*told, row) for row, told in enumerate(outlets)])
    found = [(row["outlet"], row["value"]) for row in coverage.conflicts().to_dicts()]
    assert found == [("Herald", "not closed"), ("Gazette", "not closed"), ("Courier", "closed"), ("Courier", "not closed")]


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


def test_a_cluster_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(KeyError, match=r"no cluster 'Gazette'; expected a number of the column 'cluster': 0"):
        Coverage(match_claims(HEARING)).wording("Gazette")
