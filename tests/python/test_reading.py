"""Reports out of files of every kind, whole and damaged."""

import gzip
import json
import warnings

import copydesk
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from copydesk import read_reports, samples
from copydesk._decoding import decode_page, decode_text
from copydesk.cli import main
from copydesk.reading import ReadWarning, collect

PAGE = "<!doctype html><html><body><p>Água até à Ponte: «quarenta vezes» acima.</p></body></html>"


def warc(*records):
    out = b""
    for headers, block in records:
        lines = [f"{name}: {value}" for name, value in {**headers, "Content-Length": len(block)}.items()]
        out += b"WARC/1.0\r\n" + "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
    return out


def response(url, body, *, status="200 OK", **headers):
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return (
        {"WARC-Type": "response", "WARC-Target-URI": url, "WARC-Date": "2024-05-14T20:00:00Z"},
        f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body,
    )


def test_the_sample_reads_as_its_author_says():
    reports = read_reports(samples.paths())
    assert [(row["name"], row["kind"], row["content"]) for row in reports.to_dicts()] == [
        (report["name"], report["kind"], report["content"]) for report in samples.load()
    ]


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress], ids=["plain", "gz"])
def test_text_and_pages_plain_and_compressed(tmp_path, pack):
    ending = "" if pack(b"a") == b"a" else ".gz"
    (tmp_path / f"herald.txt{ending}").write_bytes(pack("Talks ended — without a deal.".encode()))
    (tmp_path / f"folha.HTM{ending}").write_bytes(pack(PAGE.encode()))
    rows = read_reports(tmp_path).to_dicts()
    assert [(row["kind"], row["outlet"]) for row in rows] == [("html", None), ("text", "herald")]
    assert rows[0]["content"] == PAGE


def test_zst_is_read(tmp_path):
    with pa.output_stream(str(tmp_path / "a.txt.zst"), compression="zstd") as out:
        out.write(b"Talks ended.")
    assert read_reports(tmp_path / "a.txt.zst")["content"] == ["Talks ended."]


@pytest.mark.parametrize(
    "data",
    ["Café — «sim»".encode("utf-16"), "Café — «sim»".encode("utf-8-sig"), "Café — «sim»".encode("cp1252")],
    ids=["utf-16", "utf-8-sig", "cp1252"],
)
def test_text_in_the_encodings_that_are_about(data):
    assert decode_text(data) == "Café — «sim»"


def test_a_page_is_in_the_encoding_that_it_names():
    page = '<html><head><meta charset="koi8-r"></head><body>Переговоры</body></html>'
    assert decode_page(page.encode("koi8-r")) == page
    assert decode_page("Ж".encode("cp1251"), "windows-1251") == "Ж"
    assert "\x80" not in decode_page('<meta charset="iso-8859-1">€'.encode("cp1252"))
    assert decode_page(b'<meta charset="no-such-thing">\xe9').endswith("é")


def test_json_lines_under_their_frequent_names(tmp_path):
    lines = [
        {"html": PAGE, "url": "https://www.herald.example/a/1"},
        {"text": "Talks ended.", "source": "Courier", "date": "2024-05-14", "id": 7},
        {"body": "Talks go on.", "kind": "text"},
    ]
    (tmp_path / "dump.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    rows = read_reports(tmp_path).to_dicts()
    assert [(row["kind"], row["outlet"], row["published"]) for row in rows] == [
        ("html", "herald.example", None),
        ("text", "Courier", "2024-05-14"),
        ("text", "dump", None),
    ]
    assert rows[1]["name"] == "7"


def test_a_line_that_is_no_report_is_named_and_the_others_stay(tmp_path):
    (tmp_path / "dump.jsonl").write_text('{"text": "One."}\n{"text": \n[1]\n{"text": ""}\n{"text": "Two."}')
    with pytest.warns(ReadWarning) as caught:
        assert read_reports(tmp_path)["content"] == ["One.", "Two."]
    said = [str(warning.message).rpartition("dump.jsonl: ")[2] for warning in caught]
    assert said == ["line 2: no JSON", "line 3: no content", "line 4: no content"]


def test_json_is_one_report_or_a_list_of_them(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps({"maintext": "Talks ended.", "source_domain": None}), encoding="utf-8")
    (tmp_path / "two.json").write_text(json.dumps([{"text": "War."}, {"text": "Peace.", "Outlet": "Folha"}]), encoding="utf-8")
    rows = read_reports(tmp_path).to_dicts()
    assert [(row["name"], row["content"], row["outlet"]) for row in rows] == [
        ("one.json#1", "Talks ended.", "one"),
        ("two.json#1", "War.", "two"),
        ("two.json#2", "Peace.", "Folha"),
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_tables_of_separated_values_as_spreadsheets_write_them(tmp_path, mark):
    rows = [["Outlet", "Date", "Text"], ["Folha", "2024-05-14", '"Talks, ended;\n""for good"", they said."'], ["Kurier", "", "x" * 200_000]]
    lines = "\r\n".join(mark.join(row) for row in rows)
    (tmp_path / "export.csv").write_bytes(lines.encode("utf-8-sig"))
    found = read_reports(tmp_path / "export.csv").to_dicts()
    assert [(row["outlet"], row["published"], len(row["content"])) for row in found] == [
        ("Folha", "2024-05-14", len('Talks, ended;\n"for good", they said.')),
        ("Kurier", None, 200_000),
    ]


def test_a_table_without_texts_is_told_once(tmp_path):
    (tmp_path / "sales.csv").write_text("region,units\nnorth,3\nsouth,4\n", encoding="utf-8")
    with pytest.warns(ReadWarning, match=r"sales\.csv: none of its 2 records has one of the fields content, html") as told:
        assert len(read_reports(tmp_path)) == 0
    assert len(told) == 1


def test_patterns_stand_for_the_files_that_they_match(tmp_path):
    for name in ("b.txt", "a.txt", "c.html", "[x].txt"):
        (tmp_path / name).write_text("Talks ended.", encoding="utf-8")
    assert read_reports(str(tmp_path / "?.txt"))["name"] == ["a.txt", "b.txt"]
    assert read_reports(str(tmp_path / "[x].txt"))["name"] == ["[x].txt"]
    with pytest.warns(ReadWarning, match="No such file"):
        read_reports(str(tmp_path / "*.pdf"))


def test_parquet(tmp_path):
    table = pa.table({"content": ["One.", None], "outlet": ["A", "B"], "published": pa.array([0, 0], pa.timestamp("s"))})
    pq.write_table(table, tmp_path / "a.parquet")
    found = collect(tmp_path / "a.parquet")
    assert [(row["content"], row["published"]) for row in found.rows] == [("One.", "1970-01-01T00:00:00")]
    assert [failure.reason for failure in found.failures] == ["row 1: no content"]


def test_warc_gives_the_pages_and_nothing_else(tmp_path):
    chunked = b"5\r\n<p>on\r\n5;x=y\r\ne</p>\r\n0\r\n\r\n"
    data = warc(
        ({"WARC-Type": "warcinfo"}, b"software: x"),
        response("https://a.example/1", PAGE.encode("latin-1", "replace"), Content_Type="text/html; charset=latin-1"),
        response("https://www.b.example/2", gzip.compress(b"<p>two</p>"), Content_Encoding="gzip", Content_Type="text/html"),
        response("https://c.example/3", chunked, Transfer_Encoding="chunked", Content_Type="text/html"),
        response("https://c.example/4", b"gone", status="404 Not Found", Content_Type="text/html"),
        response("https://c.example/5.png", b"\x89PNG", Content_Type="image/png"),
        ({"WARC-Type": "request", "WARC-Target-URI": "https://a.example/1"}, b"GET / HTTP/1.1\r\n\r\n"),
    )
    for name, stored in [("a.warc", data), ("b.warc.gz", gzip.compress(data))]:
        (tmp_path / name).write_bytes(stored)
        rows = read_reports(tmp_path / name).to_dicts()
        assert [row["outlet"] for row in rows] == ["a.example", "b.example", "c.example"]
        assert "Água" in rows[0]["content"]
        assert [row["content"] for row in rows[1:]] == ["<p>two</p>", "<p>one</p>"]
        assert rows[0]["url"] == "https://a.example/1"


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])
def test_a_warc_file_that_breaks_off_keeps_its_whole_pages(tmp_path, packed):
    records = [response(f"https://a.example/{n}", f"<p>{n}</p>".encode(), Content_Type="text/html") for n in range(3)]
    data = warc(*records)
    for cut in range(1, len(data), 37):
        stored = b"".join(gzip.compress(warc(record)) for record in records)[:cut] if packed else data[:cut]
        (tmp_path / ("a.warc.gz" if packed else "a.warc")).write_bytes(stored)
        found = collect(tmp_path)
        assert [row["content"] for row in found.rows] == [f"<p>{n}</p>" for n in range(len(found.rows))]
        assert len(found.rows) < 3 or not packed or cut >= len(stored)


@pytest.mark.parametrize("junk", [b"\x00\xff" * 99, b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", b"WARC/1.0\r\n" + b"a: b\r\n" * 2000])
def test_what_is_no_warc_file_is_named(tmp_path, junk):
    (tmp_path / "a.warc").write_bytes(junk)
    assert [failure.path for failure in collect(tmp_path).failures] == [str(tmp_path / "a.warc")]


def test_what_cannot_be_read_is_named_and_skipped(tmp_path):
    (tmp_path / "good.txt").write_text("Talks ended.")
    (tmp_path / "empty.txt").write_text("  \n")
    (tmp_path / "torn.txt.gz").write_bytes(gzip.compress(b"a" * 9999)[:20])
    (tmp_path / "false.parquet").write_bytes(b"PAR1 no more")
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    (tmp_path / "none").mkdir()
    names = ["good.txt", "empty.txt", "torn.txt.gz", "false.parquet", "image.png", "missing.txt", "none"]
    found = collect([tmp_path / name for name in names])
    assert [row["name"] for row in found.rows] == ["good.txt"]
    assert [failure.path for failure in found.failures] == [str(tmp_path / name) for name in names[1:]]
    assert found.failures[-2].reason == "No such file or directory"


def test_a_folder_passes_over_what_it_does_not_know(tmp_path):
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text("Talks ended.")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(read_reports(tmp_path)) == 1


def test_a_file_over_the_limit_is_not_read(tmp_path):
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * 1_000_000))
    [failure] = collect(tmp_path, limits=copydesk.Limits(max_bytes=1000)).failures
    assert "1,000 bytes" in failure.reason


def test_what_is_no_path_is_named():
    with pytest.raises(copydesk.InputTypeError, match="paths, row 1: expected a path, got int"):
        read_reports(["a.txt", 7])


def test_names_are_unique_and_files_of_one_name_are_not_one_outlet(tmp_path):
    for site in ("a", "b"):
        (tmp_path / site).mkdir()
        (tmp_path / site / "index.txt").write_text(f"Talks ended, says {site}.")
    (tmp_path / "m.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n{"text": "Three.", "id": "x"}\n{"text": "Four.", "id": "x"}')
    found = {row["name"]: row["outlet"] for row in read_reports(tmp_path).to_dicts()}
    assert found == {
        "a/index.txt": "a/index",
        "b/index.txt": "b/index",
        "m.jsonl#1": "m",
        "m.jsonl#2": "m",
        "x": "m",
        "x#2": "m",
    }


RECORDS = {
    "newsapi": {
        "source": {"id": None, "name": "The Herald"},
        "publishedAt": "2024-05-14T09:30:00Z",
        "url": "https://herald.example/a/1",
        "description": "Short.",
        "content": "Talks ended.",
    },
    "newspaper4k": {
        "source_url": "https://www.herald.example",
        "publish_date": "2024-05-14 09:30:00",
        "text": "Talks ended.",
        "url": "https://herald.example/a/1",
    },
    "trafilatura": {
        "source": "https://herald.example/a/1",
        "source-hostname": "The Herald",
        "hostname": "herald.example",
        "date": "2024-05-14",
        "raw_text": "Talks",
        "text": "Talks ended.",
    },
    "json feed": {"content_text": "Talks ended.", "date_published": "2024-05-14", "url": "https://herald.example/a/1"},
    "archive": {"media_name": "The Herald", "publish_date": "2024-05-14", "url": "https://herald.example/a/1", "story_text": "Talks ended."},
    "schema.org": {"articleBody": "Talks ended.", "datePublished": "2024-05-14", "publisher": {"name": "The Herald"}, "url": "https://herald.example/a/1"},
    "table": {"Full Text": "Talks ended.", "Datum": "2024-05-14", "Publication": "The Herald", "Link": "https://herald.example/a/1"},
    "seconds": {"main_text": "Talks ended.", "created_at": 1715679000, "source_name": "The Herald", "url": "https://herald.example/a/1"},
}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_records_are_read_under_the_names_of_common_exports(tmp_path, record):
    (tmp_path / "one.json").write_text(json.dumps(record), encoding="utf-8")
    [row] = read_reports(tmp_path / "one.json").to_dicts()
    assert (row["content"], row["published"][:10], row["url"]) == ("Talks ended.", "2024-05-14", "https://herald.example/a/1")
    assert row["outlet"] == ("The Herald" if "The Herald" in str(record) else "herald.example")


@pytest.mark.parametrize("wrap", [lambda some: {"status": "ok", "articles": some}, lambda some: {"response": {"results": some}}])
def test_lists_inside_an_answer_are_records(tmp_path, wrap):
    (tmp_path / "answer.json").write_text(json.dumps(wrap([RECORDS["newsapi"]] * 2)), encoding="utf-8")
    assert read_reports(tmp_path / "answer.json")["outlet"] == ["The Herald"] * 2


def test_dates_under_no_known_name_are_pointed_out_once(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text('{"text": "One.", "scrape_date": "2024-05-14"}\n' * 2, encoding="utf-8")
    with pytest.warns(UserWarning, match=r"a\.jsonl and 1 more: .*'scrape_date' looks like one") as told:
        assert read_reports(tmp_path)["published"] == [None] * 4
    assert len(told) == 1
    (tmp_path / "c.json").write_text('{"text": "One.", "scrape_date": "2024-05-14", "date": "2024-05-13"}', encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_reports(tmp_path / "c.json")["published"] == ["2024-05-13"]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Движение по мосту остановлено, сообщила полиция."),
        ("cp1253", "Η γέφυρα έκλεισε, είπε η αστυνομία."),
        ("gb18030", "警方说，大桥已经关闭。"),
        ("cp1250", "Most zamknięto w środę, powiedziała policja."),
        ("cp1252", "The bridge cost £5m, the mayor said."),
        ("cp1252", "Il a été réélu à Paris, dit-on."),
    ],
)
def test_the_bytes_of_a_text_tell_its_encoding(tmp_path, encoding, text):
    assert decode_text(text.encode(encoding)) == text
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read_reports(tmp_path / "a.txt")["content"] == [text]


def test_an_encoding_that_is_named_decides_where_it_makes_sense(tmp_path):
    (tmp_path / "a.txt").write_bytes("Ł5m".encode("cp1250"))
    (tmp_path / "b.txt").write_bytes("Мост".encode())
    (tmp_path / "c.csv").write_bytes('text\n"Мост"\n'.encode("koi8-r"))
    assert read_reports(tmp_path / "a.txt", encoding="windows-1250")["content"] == ["Ł5m"]
    assert read_reports([tmp_path / "b.txt", tmp_path / "c.csv"], encoding="koi8-r")["content"] == ["Мост", "Мост"]
    with pytest.raises(copydesk.InputTypeError, match="no known encoding"):
        read_reports(tmp_path / "a.txt", encoding="klingon")


def test_analyze_takes_columns_by_the_names_that_files_have():
    text = "The bridge will close in March, Mayor Ana Ruiz said on Tuesday."
    rows = [{"Full Text": text, "publishedAt": "2024-05-14", "publication": "Herald", "link": "https://a.example/1"}]
    [article] = copydesk.analyze(rows).article_rows
    assert (article["outlet"], article["published"].date().isoformat(), article["url"]) == ("Herald", "2024-05-14", "https://a.example/1")
    for source, outlet in (("https://www.a.example/1", "a.example"), ("Courier", "Courier"), ({"name": "Courier"}, "Courier")):
        [article] = copydesk.analyze([{"text": text, "source": source}]).article_rows
        assert article["outlet"] == outlet
    # Names that are documented come first.
    [article] = copydesk.analyze([{"text": text, "source": "Courier", "outlet": "Herald", "date": "x", "published": None}]).article_rows
    assert (article["outlet"], article["published"]) == ("Herald", None)
    with pytest.warns(UserWarning, match="'scrape_date' looks like one"):
        copydesk.analyze([{"text": text, "scrape_date": "2024-05-14"}])


def test_one_path_that_is_missing_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError, match="nope"):
        read_reports(tmp_path / "nope.csv")
    with pytest.warns(ReadWarning, match="nope"):
        assert len(read_reports([tmp_path / "nope.csv"])) == 0


@pytest.mark.parametrize("given", [{"text": "The ferry sails."}, pa.table({"text": ["The ferry sails."]})])
def test_what_holds_texts_is_no_list_of_paths(given):
    with pytest.raises(copydesk.InputTypeError, match="holds no paths"):
        read_reports(given)


def test_fields_of_other_names_are_named(tmp_path, capsys):
    (tmp_path / "m.csv").write_text(
        "artikel,zeitung,tag\nTalks ended.,Herald,14/05/2024\nTalks go on.,Courier,05/04/2024\n", encoding="utf-8"
    )
    named = {"text": "artikel", "outlet": "Zeitung", "published": "tag"}
    rows = read_reports(tmp_path, **named).to_dicts()
    assert [(row["content"], row["outlet"], row["published"]) for row in rows] == [
        ("Talks ended.", "Herald", "14/05/2024"),
        ("Talks go on.", "Courier", "05/04/2024"),
    ]
    options = [part for name, field in named.items() for part in (f"--{name}", field)]
    assert main(["claims", "--format", "jsonl", *options, str(tmp_path / "m.csv")]) == 0
    with pytest.warns(ReadWarning, match="none of its 2 records has body"):
        read_reports(tmp_path, text="body")
    with pytest.warns(UserWarning, match="none of its 2 records has blatt, which outlet= names"):
        assert len(read_reports(tmp_path, text="artikel", outlet="blatt")) == 2
    capsys.readouterr()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert main(["claims", "--text", "artikel", "--outlet", "blatt", str(tmp_path / "m.csv")]) == 0
    assert "has blatt" in capsys.readouterr().err


def test_records_that_name_no_outlet_are_pointed_out(tmp_path):
    (tmp_path / "m.csv").write_text("text,zeitung,day\nTalks ended.,Herald,2024-05-14\nTalks go on.,Courier,2024-05-15\n")
    with pytest.warns(UserWarning) as caught:
        assert read_reports(tmp_path)["outlet"] == [None, None]
    assert [str(warning.message).partition(": ")[2] for warning in caught] == [
        "no date of publication is known; 'day' looks like one: name it 'published', or say published=",
        "no outlet is known; if 'zeitung' names it, call it 'outlet', or say outlet=",
    ]
    # Of several files each may be an outlet's.
    (tmp_path / "n.jsonl").write_text('{"text": "Talks ended."}\n{"text": "Talks go on."}')
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert read_reports(tmp_path)["outlet"] == ["m", "m", "n", "n"]
