"""Who stands on which side of a disagreement, whatever the words; and persons of one family name."""

import pytest
from copydesk import Coverage, InputTypeError, analyze
from hearing import claim


def sides(*texts, kind=None, **fields):
    """The outlets of each side of the one conflict of some claims, which are (text, its own fields) or texts."""
    rows = []
    for n, told in enumerate(texts):
        text, own = told if isinstance(told, tuple) else (told, {})
        rows.append(claim("ABCDEFG"[n], text, cluster=0, **({"polarity": None} | fields | own)))
    found = Coverage(rows).conflicts().to_dicts()
    assert {row["conflict"] for row in found} == {0}, found
    assert kind in (None, found[0]["kind"])
    by_side = {}
    for row in found:
        by_side.setdefault(row["side"], []).append(row["outlet"])
    return sorted(map("".join, by_side.values()))


def test_the_same_answer_in_other_words_is_one_side():
    assert sides(
        "the council would approve the plan for the quay",
        "the council would never approve the plan for the quay",
        "the council agreed to the plan for the quay",
        "the council rejected the plan for the quay",
        kind="polarity",
    ) == ["AC", "BD"]


def test_an_answer_in_another_language_takes_its_side():
    pt = {"language": "pt"}
    assert sides(
        "people died in the storm at Tessel",
        "no one died in the storm at Tessel",
        ("a tempestade em Tessel causou mortes", pt),
        kind="polarity",
    ) == ["AC", "B"]
    assert sides(
        "the bridge at Tessel is open",
        "the bridge at Tessel is closed",
        ("die Brücke in Tessel ist geöffnet", {"language": "de"}),
        ("die Brücke in Tessel ist nicht geöffnet", {"language": "de"}),
        kind="polarity",
    ) == ["AC", "BD"]


def test_a_number_in_words_and_one_in_figures_are_one_side():
    twelve = {"quantities": [{"value": 12.0, "upper": None, "unit": None, "comparator": "=", "start": 0, "end": 2}], "start": 0}
    assert sides(
        "twelve were hurt in the crash", ("12 were hurt in the crash", twelve), "four were hurt in the crash", kind="number"
    ) == ["AB", "C"]
    assert sides(
        "more than 300 boats were lost", "fewer than 300 boats were lost", "over 300 boats were lost", kind="number"
    ) == ["AC", "B"]


def test_nobody_and_no_one_are_one_side():
    assert sides("nobody was hurt", "three miners were hurt", "no one was hurt", "3 miners were hurt", kind="number") == ["AC", "BD"]


def test_a_name_and_its_fuller_form_are_one_side():
    assert sides(
        "the girl was found by Lev Marsk",
        "the girl was found by Anton Grigor",
        "the girl was found by hiker Lev Marsk",
        kind="name",
    ) == ["AC", "B"]


def test_one_speaker_under_two_names_is_one_side():
    def said(name):
        who = {"speaker": name, "speaker_key": name.split()[-1].lower(), "speaker_type": "person"}
        return "there will be no deal", who | {"kind": "direct"}

    assert sides(said("Joe Harlan"), said("Marta Nowak"), said("Joseph Harlan"), said("Harlan"), kind="speaker") == ["ACD", "B"]
    assert sides(said("John Smith"), said("Mary Smith"), kind="speaker") == ["A", "B"]


def voices(*names):
    rows = [claim("ABCDEFG"[n], f"claim {n}", cluster=None, speaker=name, speaker_key=name.split()[-1].lower(), speaker_type="person")
            for n, name in enumerate(names)]
    found = Coverage(rows, matched=True).speakers().to_dicts()
    return {row["speaker"]: "".join(name for name in "ABCDEFG" if row.get(name)) for row in found}


def test_persons_of_one_family_name_have_a_voice_each():
    assert voices("Senator John Smith", "Engineer Mary Smith") == {"Senator John Smith": "A", "Engineer Mary Smith": "B"}
    assert voices("Bill Clinton", "Hillary Clinton", "William Clinton") == {"William Clinton": "AC", "Hillary Clinton": "B"}


def test_a_family_name_alone_joins_whom_it_can_only_mean():
    assert voices("Bill Clinton", "Clinton", "Mr Clinton") == {"Bill Clinton": "ABC"}
    assert voices("Bill Clinton", "Clinton", "Hillary Clinton") == {"Bill Clinton": "A", "Clinton": "B", "Hillary Clinton": "C"}


def test_namesakes_of_one_report_are_told_apart():
    report = analyze([
        {"outlet": "Herald", "text": "The bridge is safe, John Smith said. The repairs cost too much, Mary Smith said."},
        {"outlet": "Courier", "text": "The repairs cost too much, Mary Smith said."},
    ])
    counts = {row["speaker"]: (row["claims"], row["outlets"]) for row in report.coverage.speakers().to_dicts()}
    assert counts == {"Mary Smith": (2, 2), "John Smith": (1, 1)}


@pytest.mark.parametrize("published", [3.5, True, 20240514])
def test_a_number_is_no_time_of_publication(published):
    with pytest.raises(InputTypeError, match=r"published, row 1: expected ISO 8601 .*, a date or a datetime, got the number"):
        analyze([{"text": "It rains, Ann Moe said.", "published": None}, {"text": "It rains.", "published": published}])


def test_a_column_shows_whether_its_dates_have_the_day_first():
    texts = ["It rains, Ann Moe said.", "It snows, Ann Moe said."]
    def read(*days):
        rows = [{"text": text, "outlet": "Herald", "published": day} for text, day in zip(texts, days, strict=True)]
        return [row["published"].isoformat()[:16] for row in analyze(rows).articles.to_dicts()]

    assert read("05/04/2024", "14/05/2024") == ["2024-04-05T00:00", "2024-05-14T00:00"]
    assert read("05/04/2024", "05/14/2024 9:30 PM") == ["2024-05-04T00:00", "2024-05-14T21:30"]
    with pytest.warns(UserWarning, match="published, row 0: '05/04/2024' is no date or time"):
        analyze([{"text": texts[0], "outlet": "Herald", "published": "05/04/2024"}])
