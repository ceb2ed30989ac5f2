"""From the sample to a report: what is found stands where it says, and what is saved comes back."""

import json
from pathlib import Path

import copydesk
import pandas as pd
import polars as pl
import pytest
from copydesk import ModelFormatError, Report, analyze, samples


def rows(report):
    return [(row["document"], row["claim"], row["speaker"], row["cluster"]) for row in report.claim_rows]


def words(report, row):
    return report.article_rows[row["row"]]["text"]


def test_every_offset_points_into_the_text_of_the_article(whole):
    assert len(whole.claim_rows) > 20
    for table in (whole.claim_rows, whole.attributions.to_dicts()):
        for row in table:
            text = words(whole, row)
            assert row["text"] == " … ".join(text[start:end] for start, end in row["spans"])
            spans = [*row["spans"], row["source_span"], row.get("sentence"), row.get("subject_span")]
            assert all(0 <= span[0] < span[1] <= len(text) for span in spans if span is not None)
    for row in whole.claim_rows:
        for item in [*row["quantities"], *row["dates"]]:
            assert any(c.isalnum() for c in words(whole, row)[item["start"] : item["end"]])


def test_offsets_of_a_scraped_text_are_into_the_text_as_given(whole):
    given = {report["name"]: report["content"] for report in samples.load() if report["kind"] == "text"}
    articles = {row["document"]: row["text"] for row in whole.article_rows}
    assert {name: articles[name] for name in given} == given


def test_nothing_is_claimed_in_boilerplate(whole):
    for row in whole.claim_rows:
        article = whole.article_rows[row["row"]]
        outside = [line for line in article["lines"] if line["label"] == "boilerplate"]
        for start, end in row["spans"]:
            assert not any(line["start"] < end and start < line["end"] for line in outside), row["text"]


def test_outlets_come_from_the_column_or_from_the_page(whole):
    assert whole.coverage.outlets == [report["outlet"] for report in samples.load()]
    pages = [{"content": r["content"], "kind": r["kind"]} for r in samples.load() if r["kind"] == "html"]
    found = [row["outlet"] for row in analyze(pages).article_rows]
    assert found == ["The Harbour Gazette", "Nordwarter Tagblatt", "Folha da Enseada"]


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame], ids=["pandas", "polars"])
def test_tables_are_of_the_kind_of_the_frame(make):
    scraped = [report for report in samples.load() if report["kind"] == "text"]
    found = analyze(make(scraped), text="content", outlet="outlet")
    assert {type(table) for table in (found.articles, found.attributions, found.claims)} == {make}
    assert type(found.coverage.matrix()) is make
    assert list(found.claims.columns)[:4] == ["row", "document", "outlet", "claim"]


def test_the_index_of_a_frame_names_the_documents():
    frame = pd.DataFrame(samples.load()[1:3]).set_index("outlet", drop=False)
    assert analyze(frame, text="content").articles["document"].tolist() == ["Island Courier", "World Daily Digest"]
    assert analyze(frame, text="content", id="name").articles["document"].tolist() == frame["name"].tolist()


def test_a_frame_without_texts_and_a_text_that_fails_are_named():
    with pytest.raises(copydesk.InputTypeError, match="frame: name the column of scraped texts"):
        analyze(pd.DataFrame({"a": ["b"]}))
    with pytest.raises(copydesk.InputTypeError, match="no column 'copy'; there are a"):
        analyze(pd.DataFrame({"a": ["b"]}), text="copy")
    said = 'The mayor said: "The bridge in Tessel is safe."'
    heap = [{"content": text, "kind": "text", "outlet": "Herald"} for text in (said, f"{said} " * 999)]
    small = copydesk.Limits(max_bytes=1000)
    with pytest.raises(copydesk.LimitError, match="row 1"):
        analyze(heap, limits=small)
    errors = [row["error"] for row in analyze(heap, limits=small, errors="collect").article_rows]
    assert errors[0] is None
    assert "1000" in errors[1]
    left = analyze(heap, limits=small, errors="null")
    assert [row["error"] for row in left.article_rows] == [None, None]
    assert [row["row"] for row in left.claim_rows] == [0]


def test_missing_and_empty_texts_yield_no_claims_and_keep_their_rows():
    found = analyze([{"content": text, "kind": "text", "outlet": "Herald"} for text in (None, "", " \n ")])
    assert [row["row"] for row in found.article_rows] == [0, 1, 2]
    assert len(found.claims) == 0
    assert len(found.coverage.matrix()) == 0


def test_a_saved_report_is_the_same_report(whole, tmp_path):
    whole.save(tmp_path / "report")
    loaded = Report.load(tmp_path / "report")
    assert loaded.claim_rows == whole.claim_rows
    assert loaded.article_rows == whole.article_rows
    assert loaded.to_html() == whole.to_html()


def test_what_is_read_by_others_is_plain_parquet(whole, tmp_path):
    whole.save(tmp_path / "report")
    [file] = (tmp_path / "report").glob("claims-*.parquet")
    assert pd.read_parquet(file)["text"].tolist() == [row["text"] for row in whole.claim_rows]


def test_saving_again_replaces_and_leaves_nothing_behind(report, tmp_path):
    before = {path.name for path in (tmp_path / "copy").iterdir()}
    report.correct(report.claim_rows[0], drop=True).rematch().save(tmp_path / "copy")
    after = {path.name for path in (tmp_path / "copy").iterdir()}
    assert len(after) == len(before) == 4
    assert rows(Report.load(tmp_path / "copy")) == rows(report)


def test_a_folder_of_something_else_is_left_alone(whole, tmp_path):
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="something else than a report"):
        whole.save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def damage_byte(folder):
    [file] = folder.glob("claims-*.parquet")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def edit(**changes):
    def apply(folder):
        manifest = json.loads((folder / "manifest.json").read_text())
        (folder / "manifest.json").write_text(json.dumps(manifest | changes))

    return apply


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (damage_byte, "checksum"),
        (lambda folder: next(folder.glob("articles-*")).unlink(), "No such file"),
        (lambda folder: (folder / "manifest.json").unlink(), "no manifest.json"),
        (lambda folder: (folder / "manifest.json").write_text("{"), "cannot be read"),
        (edit(version=99), "version 99"),
        (edit(format="diary"), "no report"),
        (edit(files={}), "names no articles"),
        (edit(files={"articles": {"file": "../../etc/passwd", "sha256": "", "rows": 0}}), "outside"),
        (edit(corrections=[{"claim": "x"}]), "row"),
        (edit(kind="spreadsheet"), "spreadsheet"),
    ],
)
def test_a_damaged_report_says_what_is_wrong(whole, tmp_path, damage, said):
    whole.save(tmp_path / "report")
    damage(tmp_path / "report")
    with pytest.raises(ModelFormatError, match=said):
        Report.load(tmp_path / "report")


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="no folder .*reports"):
        Report.load(tmp_path / "reports")


def test_the_examples_of_the_readme_run_as_they_stand(whole, tmp_path, monkeypatch, capsys):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    first, shown, own, files, step_by_step = (part.partition("```")[0] for part in readme.split("```python\n")[1:])
    monkeypatch.chdir(tmp_path)
    names = {}
    exec(first, names)
    assert (tmp_path / "report.html").exists()
    told = [row["text"] for row in whole.claim_rows if row["kind"] != "narrator"]
    assert names["report"].claims["text"].tolist() == told
    exec(shown, names)
    # How pandas lays a table out is its own affair.
    printed = [line.split() for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert printed == [line.split() for line in readme.partition(shown)[2].split("```")[2].splitlines() if line.strip()]
    scraped = [report for report in samples.load() if report["kind"] == "text"]
    table = pd.DataFrame(scraped)[["content", "outlet", "published"]].set_axis(["body", "paper", "day"], axis=1)
    table.to_csv("news.csv", index=False)
    exec(own, names)
    assert names["report"].coverage.outlets == [report["outlet"] for report in scraped]
    (tmp_path / "pages").mkdir()
    for path in samples.paths():
        (tmp_path / "pages" / path.name).write_bytes(path.read_bytes())
    exec(files, names)
    assert len(names["report"].articles) == len(samples.paths())
    exec(step_by_step, names)
    claim = names["claim"]
    assert step_by_step.splitlines()[-1].startswith(f"# {(claim.speaker, claim.act, claim.text)!r}"[:100])


def test_pages_are_found_in_whatever_column_they_stand(whole):
    pages = pd.DataFrame(samples.load())
    expected = analyze(pages).claims["text"].tolist()
    assert not any("<" in text for text in expected)
    mixed = pages.drop(columns="kind")
    is_page = pages["kind"] == "html"
    apart = mixed.assign(html=pages["content"].where(is_page), text=pages["content"].mask(is_page)).drop(columns="content")
    for frame in (mixed, mixed.rename(columns={"content": "text"}), apart):
        assert analyze(frame).claims["text"].tolist() == expected
    assert analyze(mixed, text="content").claims["text"].tolist() == expected


def test_a_nan_among_dicts_is_no_outlet():
    found = analyze([{"text": SAID[0], "outlet": float("nan")}, {"text": SAID[1], "outlet": "B"}])
    assert [row["outlet"] for row in found.article_rows] == ["#1", "B"]


SAID = [
    'The ministry said that the bridge would close to lorries on Monday. "We have no choice," Jane Roe said.',
    "The council said that 40,000 litres of solvent had escaped from the plant. Ana Ruiz denied it.",
]


def test_documents_of_one_label_keep_their_own_claims():
    one, other = (pd.DataFrame({"text": [text], "outlet": [name]}) for text, name in zip(SAID, "AB", strict=True))
    joined = analyze(pd.concat([one, other]), text="text")
    apart = analyze(pd.concat([one, other], ignore_index=True), text="text")
    assert joined.claims["document"].unique().tolist() == [0]
    assert joined.claims[["row", "claim", "text"]].equals(apart.claims[["row", "claim", "text"]])
    named = analyze(pd.concat([one, other]).assign(name="same"), text="text", id="name")
    assert named.claims["text"].tolist() == apart.claims["text"].tolist()


def test_a_label_that_several_documents_have_names_no_claim():
    found = analyze([{"content": text, "kind": "text", "name": "same", "outlet": "Herald"} for text in SAID])
    with pytest.raises(ValueError, match=r"'same' is that of rows 0, 1; name the claim by \(row, claim\)"):
        found.correct(("same", 0), drop=True)
    before = [(row["row"], row["claim"]) for row in found.claim_rows]
    found.correct((1, 0), drop=True).correct(found.claim_rows[0], speaker="Jane Roe").rematch()
    assert [(row["row"], row["claim"]) for row in found.claim_rows] == [key for key in before if key != (1, 0)]
    assert [row["row"] for row in found.claim_rows if row["speaker"] == "Jane Roe" and row["claim"] == 0] == [0]


def test_a_page_for_a_folder_that_is_missing_names_it(whole, tmp_path):
    with pytest.raises(FileNotFoundError, match="there is no folder .*nowhere"):
        whole.to_html(tmp_path / "nowhere" / "report.html")


@pytest.mark.parametrize("write", ["to_html", "to_excel"])
def test_a_folder_is_no_file_to_write_to(whole, tmp_path, write):
    for found in (whole, whole.coverage):
        with pytest.raises(IsADirectoryError, match="is a folder; name a file"):
            getattr(found, write)(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_needs_openpyxl_and_says_so(in_child):
    out = in_child(
        """
        import sys
        sys.modules["openpyxl"] = None
        import copydesk
        try:
            copydesk.Report([], [], []).to_excel("a.xlsx")
        except ImportError as error:
            print(error)
        """
    )
    assert out == "to_excel needs openpyxl: pip install 'copydesk[excel]'"


def test_a_workbook_has_a_sheet_a_view(whole, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    whole.to_excel(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["matrix", "conflicts", "wordings", "speakers", "similarity", "claims", "articles"]
    assert book["claims"].max_row == len(whole.claim_rows) + 1


def test_text_that_looks_like_a_formula_stays_text(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    article = {"row": 0, "document": "a", "outlet": "A", "text": "=1+1\x01", "title": '=HYPERLINK("http://x")', "lines": []}
    Report([article], [], []).to_excel(tmp_path / "a.xlsx")
    cells = [c for line in openpyxl.load_workbook(tmp_path / "a.xlsx")["articles"].iter_rows(min_row=2) for c in line]
    assert {c.data_type for c in cells if isinstance(c.value, str)} == {"s"}


def test_analysis_needs_no_frame_library(in_child):
    out = in_child(
        """
        import sys
        for name in ("pandas", "polars", "pyarrow", "numpy"):
            sys.modules[name] = None
        import copydesk
        from copydesk import samples
        report = copydesk.analyze(samples.load())
        print(len(report.claims), len(report.coverage.matrix()), len(report.to_html()) > 1000)
        """
    )
    assert out.endswith("True")


def outlets_own_words():
    return [
        {"outlet": "Herald", "published": "2026-05-04", "text": "The city closed the old harbour bridge on Monday, and 40 lorries had to turn back at the harbour.\n\n"
         "“We saw the cracks too late,” said Marta Nowak, the mayor."},
        {"outlet": "Courier", "text": "The city closed the old harbour bridge on Monday. Some 90 lorries had to turn back at the harbour.\n\n"
         "“We saw the cracks too late,” said Marta Nowak, the mayor."},
    ]  # fmt: skip


def test_outlets_disagree_in_their_own_sentences_too(tmp_path):
    report = analyze(outlets_own_words())
    assert all(claim["kind"] != "narrator" for claim in report.claim_rows)
    conflicts = report.coverage.conflicts().to_dicts()
    assert {(row["outlet"], row["kind"], row["cluster"]) for row in conflicts} == {
        ("Herald", "number", None), ("Courier", "number", None)
    }  # fmt: skip
    assert all("lorries had to turn back" in row["text"] for row in conflicts)
    assert [(row["speaker"], row["published"]) for row in conflicts] == [(None, "2026-05-04"), (None, None)]
    assert "lorries had to turn back" in report.to_html()
    report.save(tmp_path / "saved")
    assert Report.load(tmp_path / "saved").coverage.conflicts().to_dicts() == conflicts


def test_the_claims_are_those_that_are_extracted_without_the_outlets_own_sentences():
    texts = outlets_own_words()
    numbers = [(claim["row"], claim["claim"]) for claim in analyze(texts).claim_rows]
    assert numbers == [(0, 0), (1, 0)]


SCRAPED = """Startseite
Donnerstag, 19. März 2026
Schleuse in Varn gesperrt
Von Tilda Maas
11.02.2026, 17:05 Uhr
In der Schleuse von Varn stecken seit Mittwoch zwölf Frachter fest, sagte Hafenmeisterin Rike Sande.
„Vor Freitag wird hier nichts fahren“, sagte Sande.
Impressum
"""


def test_a_scraped_text_is_of_the_day_in_its_own_date_line():
    with_day = {"text": SCRAPED, "published": "2026-02-12"}
    alone = {"text": SCRAPED, "published": None}
    undated = {"text": SCRAPED.replace("11.02.2026, 17:05 Uhr", "Lesezeit: 2 Minuten")}
    updated = {"text": SCRAPED.replace("11.02.2026", "Aktualisiert: 11.02.2026")}
    report = analyze([dict(row, outlet="Bote") for row in (alone, with_day, undated, updated)])
    days = [row["published"] and row["published"].date().isoformat() for row in report.article_rows]
    # As for pages, the day of the last change where readers are told of no other.
    assert days == ["2026-02-11", "2026-02-12", None, "2026-02-11"]
    said = [claim for claim in report.claim_rows if claim["row"] == 0 and claim["dates"]]
    assert any(date["value"] == "2026-02-11" for claim in said for date in claim["dates"])


def test_articles_say_to_which_story_they_belong(tmp_path):
    texts = [
        "The lock at Varn is shut, said Ida Holm. A barge had hit its gate in the fog on the river.",
        "The lock at Varn is shut after a barge hit the gate in the fog, said Ida Holm on the river.",
        "The baker Otto Lind sells his shop. His rolls won prizes, he said.",
    ]
    frame = [{"text": text, "outlet": name} for text, name in zip(texts, "ABC", strict=True)]
    report = analyze(frame, stories=True)
    stories = [row["story"] for row in report.article_rows]
    assert stories == ["0", "0", "1"] and report.articles["story"] == stories
    assert [row["story"] for row in report.coverage.matrix().to_dicts()] == ["0"]
    report.save(tmp_path / "report")
    assert Report.load(tmp_path / "report").articles["story"] == stories
    assert [row["story"] for row in analyze(frame).article_rows] == [None] * 3
    assert "story" not in analyze(frame).coverage.matrix().column_names
    told = [{**row, "event": name} for row, name in zip(frame, ("lock", "lock", None), strict=True)]
    assert [row["story"] for row in analyze(told, story="event").article_rows] == ["lock", "lock", None]


def test_articles_say_what_kind_of_page_they_are():
    cards = "".join(
        f"<div class=teaser><h2><a href=/{at}>{title}</a></h2><p>The harbour office will tell more on Monday.</p></div>"
        for at, title in enumerate(["Lock of Varn shut", "New ferry is late", "Storm warning out", "School wins prize"])
    )
    page = f"<!doctype html><html><head><title>News</title></head><body><main><h1>News</h1>{cards}</main></body></html>"
    report = analyze([{"html": page, "text": None, "outlet": "Post"}, {"html": None, "text": SCRAPED, "outlet": "Bote"}])
    assert [row["page_type"] for row in report.article_rows] == ["listing", None]


def test_a_given_day_takes_the_time_that_the_page_states():
    page = (
        '<html><head><meta property="article:published_time" content="2026-11-17T14:05:00Z"></head><body><article><h1>Ferry</h1>'
        "<p>The ferry to the islands sailed again on Tuesday, the harbour master said, after three weeks of repairs.</p></article>"
    )
    frame = [{"outlet": outlet, "html": page, "published": day} for outlet, day in (("A", "2026-11-17"), ("B", "2026-11-16"))]
    times = [article["published"].isoformat() for article in copydesk.analyze(frame).articles.to_dicts()]
    assert times == ["2026-11-17T14:05:00+00:00", "2026-11-16T00:00:00+00:00"]
