"""Where outlets disagree: on what, and who takes which side."""

from copydesk import Coverage, analyze
from copydesk._sides import sides as grouped
from hearing import HEARING, PERRIN, VANSTONE, claim, litres


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


def test_a_quantity_without_a_value_is_passed_over():
    empty = [quantity | {"value": None} for quantity in litres(1)]
    claims = clustered("40,000 litres of solvent escaped", "180,000 litres of solvent escaped", quantities=empty)
    assert sides(claims) == {"number": {"40,000": ["Outlet 0"], "180,000": ["Outlet 1"]}}


def test_two_days_are_a_conflict_and_two_speakers_are_one():
    claims = clustered("the solvent escaped on 2 May", "the solvent escaped on 3 May")
    assert set(sides(claims)) == {"date"}
    claims = clustered("the level was far beyond the limit", "the level was far beyond the limit", kind="direct")
    claims = [claims[0] | PERRIN, claims[1] | VANSTONE]
    assert set(sides(claims)) == {"speaker"}


def test_who_gives_the_claim_to_a_disputed_speaker_takes_a_side_in_any_words():
    said = [*["the level was far beyond the limit"] * 2, "der Pegel lag weit über der Grenze", "limits were passed"]
    claims = clustered(*said, kind="direct")
    claims = [claims[0] | PERRIN, claims[1] | VANSTONE, claims[2] | VANSTONE, claims[3] | {"speaker": None}]
    assert sorted(map(sorted, sides(claims)["speaker"].values())) == [["Outlet 0"], ["Outlet 1", "Outlet 2"]]


def test_what_only_one_says_is_no_conflict():
    assert sides(clustered("40,000 litres of solvent escaped", "solvent escaped from the plant")) == {}
    assert sides(clustered("40,000 litres of solvent escaped", "about 40,000 litres of the solvent escaped")) == {}


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


def test_yes_or_no_of_one_claim_is_one_conflict():
    texts = {
        "Herald": "Sorvane denied that its plant had leaked acid into the river. The company said that no acid had leaked into the river.",
        "Post": "The Sorvane plant leaked acid into the river, inspectors said. The company confirmed that acid had leaked into the river.",
    }
    rows = analyze([{"text": text, "outlet": outlet} for outlet, text in texts.items()]).coverage.conflicts().to_dicts()
    assert {row["conflict"] for row in rows} == {0} and {row["kind"] for row in rows} == {"polarity"}
    assert {"denies", "no acid"} <= {row["value"] for row in rows}
    assert {(row["outlet"], row["side"]) for row in rows} == {("Herald", 0), ("Post", 1)}


def test_two_rough_figures_reach_no_further_than_one():
    assert sides(clustered("the fair drew about 1,500 guests", "the fair drew around 1,600 guests")) == {}
    assert set(sides(clustered("the fair drew about 1,500 guests", "the fair drew around 1,800 guests"))) == {"number"}


def test_bounds_that_contradict_nobody_are_no_side_of_their_own():
    told = ["At least 17 people died in the crash", "17 people died in the crash", "at least 14 people died in the crash"]
    assert sides(clustered(*told)) == {}
    coverage = Coverage(clustered(*told, "25 people died in the crash"))
    [conflict] = coverage.disagreements
    assert [len(side) for side in grouped(conflict, coverage.rows)] == [2, 1]


def test_another_number_of_another_day_or_place_is_another_event():
    def shown(a, b):
        rows = [{"outlet": "A", "text": a, "published": "2024-05-14"}, {"outlet": "B", "text": b, "published": "2024-05-14"}]
        report = analyze(rows)
        return {row["cluster"] for row in report.claim_rows}, [c.kind for c in report.coverage.disagreements]

    told = "{} people were hurt in a fire in {} on {}, police said."
    assert shown(told.format("Three", "Tessel", "Monday"), told.format("Five", "Tessel", "Tuesday")) == ({None}, [])
    assert shown(told.format("Three", "Tessel", "Monday"), told.format("Five", "Orlen", "Monday")) == ({None}, [])
    assert shown(told.format("Three", "Tessel", "Monday"), told.format("Five", "Tessel", "Monday")) == ({0}, ["number"])
    assert shown(told.format("Three", "Tessel", "Monday"), told.format("Three", "Tessel", "Tuesday")) == ({0}, ["date"])


def test_a_part_of_a_whole_an_age_and_an_hour_are_told_apart():
    def shown(a, b):
        report = analyze([{"outlet": "A", "text": a}, {"outlet": "B", "text": b}])
        return [(c.kind, *c.values.values()) for c in report.coverage.disagreements]

    found = shown("Two of the five miners were saved, officials said.", "Three of the five miners were saved, officials said.")
    assert found == [("number", "Two", "Three")]
    found = shown("A 34-year-old man was held after the raid, police said.", "A 43-year-old man was held after the raid, police said.")
    assert found == [("number", "34-year-old", "43-year-old")]
    found = shown("The blast happened at 6 a.m., police said.", "The blast happened at 8 p.m., police said.")
    assert found == [("date", "6 a.m.", "8 p.m.")]


def test_two_spellings_of_a_name_are_one_disagreement_whichever_comes_first():
    told = "Auditor {} Tolland said the harbour fund of Orlen had no money left."
    rows = [{"outlet": o, "text": told.format(name)} for o, name in zip("ABC", ("Marek", "Marten", "Marek"), strict=True)]
    [conflict] = analyze(rows, language="en").coverage.disagreements
    assert list(conflict.values.values()) == ["Marek Tolland", "Marten Tolland", "Marek Tolland"]


def test_a_sentence_of_an_outlet_takes_a_side_as_any_claim_does():
    def sides_of(*texts):
        rows = analyze([{"outlet": name, "text": text} for name, text in zip("ABC", texts, strict=True)]).coverage.conflicts()
        return {row["outlet"]: (row["conflict"], row["kind"], row["side"]) for row in rows}

    days = ["An inquiry will report on 30 June.", "An inquiry will report on 15 July.", "An inquiry will report on 30 June."]
    assert sides_of(*days) == {"A": (0, "date", 0), "B": (0, "date", 1), "C": (0, "date", 0)}
    fines = ["The dairy will pay a fine of $48,000, Ona Lisk said.", "The dairy will pay a fine of $84,000, Ona Lisk said."]
    told = sides_of(*fines, "The dairy will pay a fine of $48,000.")
    assert told == {"A": (0, "number", 0), "B": (0, "number", 1), "C": (0, "number", 0)}


def test_one_dispute_in_two_clusters_is_told_once():
    def hurt(outlet, text, value, cluster):
        return claim(outlet, text, cluster=cluster, quantities=[{"value": value, "unit": None, "start": 0, "end": 0}])

    def conflicts(*claims):
        return Coverage(list(claims)).conflicts().to_dicts()

    first = hurt("A", "14 people were injured when the bus crashed", 14, 0), hurt("B", "17 people were injured in the crash", 17, 0)
    second = hurt("C", "the number of the injured rose to 17", 17, 1), hurt("D", "the number of the injured stands at 14", 14, 1)
    rows = conflicts(*first, *second)
    assert {row["conflict"] for row in rows} == {0}
    assert {row["outlet"] for row in rows if row["side"] == 0} == {"A", "D"}
    # Another thing of the same numbers is another dispute, and so are other numbers.
    boats = hurt("C", "the storm sank 17 boats", 17, 1), hurt("D", "the storm sank 14 boats", 14, 1)
    assert {row["conflict"] for row in conflicts(*first, *boats)} == {0, 1}
    more = hurt("C", "the number of the injured rose to 19", 19, 1), second[1]
    assert {row["conflict"] for row in conflicts(*first, *more)} == {0, 1}


def test_who_said_two_clauses_of_one_sentence_is_one_dispute():
    reports = [
        '"Our wards are full and our nurses are worn out," said Dr Ida Kaas of the clinic in Lund.',
        '"The wards are full and the nurses are worn out," said the minister of health, Tom Brandt, in Lund.',
    ]
    rows = [{"outlet": f"Outlet {n}", "text": text} for n, text in enumerate(reports)]
    found = [c for c in analyze(rows).coverage.disagreements if c.kind == "speaker"]
    assert [set(c.values.values()) for c in found] == [{"Ida Kaas", "Tom Brandt"}]
