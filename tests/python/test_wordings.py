"""Wordings of one claim side by side, which of them is the original, and who had it first."""

import pytest
from copydesk import Coverage, match_claims
from hearing import HEARING, claim


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


def test_a_cluster_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(KeyError, match=r"no cluster 'Gazette'; expected a number of the column 'cluster': 0"):
        Coverage(match_claims(HEARING)).wording("Gazette")


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
    assert [column(copied)[name] for name in ("Herald", "Courier")] == [True, True]


def test_of_equal_copies_published_on_one_day_none_is_the_earliest():
    def evidence(*published):
        told = {"text": "We rang the harbour master twice", "kind": "direct", "language": "en", "cluster": 0}
        claims = [claim(name, published=time, **told) for name, time in zip("ABC", published, strict=False)]
        return {row["outlet"]: row["evidence"] for row in Coverage(claims).wording(0).to_dicts() if row["likely_original"]}

    assert evidence("2024-05-02", "2024-05-02", "2024-05-03") == {"A": "word for word in B, C", "B": "word for word in A, C"}
    assert evidence("2024-05-02", "2024-05-01", "2024-05-02") == {"B": "word for word in A, C; the earliest"}


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
