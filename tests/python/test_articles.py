"""Articles: their options, their places in the page, Markdown, containers."""

import json
import pickle

import copydesk
import pytest
from copydesk import cli, extract_article
from hypothesis import given, settings
from hypothesis import strategies as st

FIRST = (
    "The ferry to the northern islands sailed again on Monday after three weeks of repairs, and the first passengers "
    "were on board before dawn, the harbour office said."
)
SECOND = (
    "Traders had warned that fresh fish would not reach the market in time, and several restaurants had closed their "
    "kitchens until the boats came back."
)
PAGE = f"""<!doctype html><html lang=en><head><title>Fähren fahren | Harbour Post</title>
<script type=application/ld+json>{{"@type": "NewsArticle", "headline": "Fähren fahren"}}</script></head><body>
<nav><a href=/>Home</a> <a href=/news>Näws</a></nav><article><h1>Fähren fahren</h1><p>Käse &amp; {FIRST}</p>
<h2>Costs</h2><ul><li>Adults pay twelve <a href="/fares?a=1&amp;b=2">crowns</a> each way, at the pier.</li>
<li>Children pay nothing at all, as they always did.</li></ul><p>{SECOND}</p>
<table><tr><th>Route</th><th>Trips</th></tr><tr><td>North island ferry line</td><td>12 a day</td></tr></table></article>
<footer>© Harbour Post</footer></body></html>"""


def test_blocks_lead_back_into_the_page():
    article = extract_article(PAGE, dropped=True)
    assert FIRST in article.text and SECOND in article.text
    found = {article.text[b.start : b.end]: PAGE[b.source_start : b.source_end] for b in article.blocks}
    assert found[SECOND] == SECOND
    assert found[f"Käse & {FIRST}"] == f"Käse &amp; {FIRST}"
    menu = next(block for block in article.dropped if "Näws" in block.text)
    assert menu.label == "boilerplate" and "Näws" in PAGE[menu.source_start : menu.source_end]
    assert extract_article(PAGE).dropped == ()


def test_places_of_bytes_count_in_the_decoded_page():
    article = extract_article(PAGE.encode("utf-16"))
    block = next(block for block in article.blocks if article.text[block.start : block.end] == SECOND)
    assert PAGE[block.source_start : block.source_end] == SECOND


def test_mojibake_is_repaired_and_places_stay():
    misread = PAGE.encode().decode("latin-1")
    article = extract_article(misread)
    assert article.title == "Fähren fahren" and "Käse" in article.text
    block = next(block for block in article.blocks if article.text[block.start : block.end] == SECOND)
    assert misread[block.source_start : block.source_end] == SECOND


def test_markdown_has_the_structure_and_the_links():
    article = extract_article(PAGE, url="https://harbour.example/x/y", links=True, favor=0.9)
    text = article.to_markdown()
    assert text.startswith("# Fähren fahren\n\nKäse & The ferry")
    assert "\n\n## Costs\n\n- Adults pay twelve [crowns](https://harbour.example/fares?a=1&b=2) each way" in text
    assert "\n- Children pay" in text
    assert "| Route | Trips |\n| --- | --- |\n| North island ferry line | 12 a day |" in text
    assert "](" not in extract_article(PAGE).to_markdown()


def test_tables_can_be_left_out():
    assert "12 a day" in extract_article(PAGE, favor=0.9).text
    assert "12 a day" not in extract_article(PAGE, favor=0.9, tables=False).text


def test_favor_gives_supersets_and_is_checked():
    kept = [
        {article.text[b.start : b.end] for b in article.blocks}
        for article in (extract_article(PAGE, favor=favor) for favor in (0, 0.25, 0.5, 0.75, 1))
    ]
    assert all(few <= many for few, many in zip(kept, kept[1:], strict=False))
    for wrong in (-0.1, 1.1, "much", True, None):
        with pytest.raises(ValueError, match="favor: expected a number from 0 to 1"):
            extract_article(PAGE, favor=wrong)


def test_raw_data_type_and_confidence():
    article = extract_article(PAGE)
    assert json.loads(article.json_ld[0])["headline"] == "Fähren fahren"
    assert article.page_type == "article" and 0 < article.confidence <= 1
    empty = extract_article("<nav><a href=/>Home</a></nav>")
    assert (empty.text, empty.confidence, empty.blocks) == ("", 0, ()) and empty.reason


def test_options_hold_for_columns_and_objects_survive_pickling():
    pd = pytest.importorskip("pandas")
    frame = extract_article(pd.Series([PAGE, None]), links=True, tables=False)
    assert "12 a day" not in frame["text"][0]
    assert frame["links"][0][0]["url"] == "/fares?a=1&b=2"
    assert pd.isna(frame["text"][1])
    article = extract_article([PAGE], links=True, dropped=True)[0]
    assert pickle.loads(pickle.dumps(article)) == article
    assert article.to_dict()["links"][0]["url"] == "/fares?a=1&b=2"


@given(st.text(alphabet="<>/=\"' &;#abpdivtr\u00e9\n", max_size=120), st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_any_markup_has_places_and_markdown(html, favor):
    article = extract_article(html, links=True, comments=True, dropped=True, favor=favor)
    for block in article.blocks:
        assert 0 <= block.source_start <= block.source_end <= len(html)
        assert article.text[block.start : block.end]
    for link in article.links:
        assert article.text[link.start : link.end]
    article.to_markdown()


def test_the_command_takes_the_options(tmp_path, capsys):
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.html").write_bytes(PAGE.encode("utf-16"))
    assert cli.main(["extract", str(tmp_path), "--markdown", "--links", "--no-tables", "--favor", "0.6"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 2 and rows[0]["text"] == rows[1]["text"]
    assert rows[0]["text"].startswith("# Fähren fahren") and "12 a day" not in rows[0]["text"]
    assert rows[0]["links"][0]["url"] == "/fares?a=1&b=2"
    with pytest.raises(SystemExit):
        cli.main(["extract", str(tmp_path), "--favor", "2"])


def test_files_in_old_encodings_are_read(tmp_path):
    text = "<html><body><article><p>Паром на северные острова снова вышел в понедельник после трёх недель ремонта.</p>"
    (tmp_path / "a.html").write_bytes((text + "</article></body></html>").encode("windows-1251"))
    [row] = copydesk.read_reports(tmp_path / "a.html").to_dicts()
    assert "Паром на северные" in row["content"]


def test_an_encoding_that_nobody_knows_is_none():
    for encoding in ("utf8mb4", "none", ""):
        assert extract_article(PAGE.encode(), encoding=encoding).title == "Fähren fahren"


def test_an_encoding_that_makes_no_sense_is_not_believed():
    for encoding in ("utf-16", "utf-16le"):
        assert extract_article(PAGE.encode(), encoding=encoding).title == "Fähren fahren"
        assert extract_article(PAGE.encode("cp1252"), encoding=encoding).title == "Fähren fahren"
