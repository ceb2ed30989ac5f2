"""The command: what it prints and writes, and how it ends."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest
from copydesk import __version__, cli, samples

SCRAPED = [str(path) for path in samples.paths() if path.suffix == ".txt"]
PAGES = [str(path) for path in samples.paths() if path.suffix == ".html"]
COMMANDS = ["claims", "extract", "clean", "detect", "stem"]


@pytest.fixture
def run(tmp_path, monkeypatch, capfdbinary):
    """Runs the command in a folder of its own: exit code, output, complaints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")

    def call(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def lines(out):
    return [json.loads(line) for line in out.splitlines()]


def test_report_without_files_shows_the_sample_and_says_how_to_go_on(run, tmp_path):
    code, out, err = run("report")
    assert (code, err) == (0, "")
    for outlet in ("Harbour", "Courier", "Digest", "Tagblatt", "Folha"):
        assert outlet in out
    # In a narrow column a name takes two lines.
    assert "Rupert" in out and "Vanstone" in out
    assert "copydesk report page.html text.txt folder/" in out
    assert "Rupert Vanstone" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_table_fits_the_terminal(run, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("report")[1]
    table = out.partition("\n\n")[0]
    assert max(map(len, table.splitlines())) <= width


def test_no_word_is_cut_at_80_columns(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    narrow = set(run("report")[1].partition("\n\n")[0].split())
    monkeypatch.setenv("COLUMNS", "2000")
    wide = set(run("report")[1].partition("\n\n")[0].split())
    # Rows that are cut short end in "…" behind a whole word or a part of the last one.
    assert {word for word in narrow - wide if not word.endswith("…") and set(word) != {"─"} and not word.endswith("-")} <= {
        part for word in wide for part in word.split("-")
    }


def test_outlets_that_have_no_room_for_a_column_are_named_beside_the_claim(run, monkeypatch, tmp_path):
    monkeypatch.setenv("COLUMNS", "100")
    texts = [f"The lock is shut until {day}, said Ida Holm, the harbour master of Varn.\n" for day in ("May", "June")]
    for number in range(12):
        (tmp_path / f"paper-{number}.txt").write_text(texts[number == 7])
    out = run("report", *(f"paper-{number}.txt" for number in range(12)))[1]
    claims, disagreements = out.split("\n\n")[:2]
    assert "paper-11" in claims and max(map(len, claims.splitlines())) <= 100
    # Who says what, also where it is no claim of several outlets.
    [row] = disagreements.splitlines()[2:3]
    assert "date" in row and "they disagree on" in disagreements
    assert "June (paper-7)" in " ".join(disagreements.split())


def test_a_missing_folder_is_named_before_the_work(run, tmp_path):
    for option in ("-o", "--excel"):
        code, out, err = run("report", option, "nowhere/report.html")
        assert (code, out) == (2, "")
        assert "there is no folder nowhere" in err
    assert list(tmp_path.iterdir()) == []


def test_extract_of_a_text_alone_says_what_to_do(run, tmp_path):
    (tmp_path / "x.txt").write_text("Talks ended.")
    code, out, err = run("extract", "x.txt")
    assert (code, out) == (1, "")
    assert err == "copydesk: x.txt: it is text, not an HTML page; for texts use: copydesk clean x.txt\n"


def test_files_of_one_name_in_two_folders_are_told_apart(run, tmp_path):
    for site in ("a", "b"):
        (tmp_path / site).mkdir()
        (tmp_path / site / "index.txt").write_text("The talks about the harbour ended on Monday without a deal.")
    assert [line["name"] for line in lines(run("detect", "a/index.txt", "b/index.txt")[1])] == ["a/index.txt", "b/index.txt"]


def test_report_on_files_writes_where_it_is_told(run, tmp_path):
    code, out, _ = run("report", *SCRAPED, "-o", "out.html", "--save", "kept", "--title", "The <river>")
    assert code == 0
    assert "The &lt;river&gt;" in (tmp_path / "out.html").read_text(encoding="utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {"out.html", "kept"}
    assert "packaged sample" not in out
    import copydesk

    assert len(copydesk.Report.load(tmp_path / "kept").articles) == len(SCRAPED)


def test_files_that_fail_are_named_and_the_others_are_done(run, tmp_path):
    (tmp_path / "torn.txt.gz").write_bytes(b"\x1f\x8b torn")
    code, out, err = run("detect", "missing.txt", SCRAPED[0], "torn.txt.gz")
    assert code == 1
    assert [line["code"] for line in lines(out)] == ["en"]
    assert "copydesk: missing.txt: No such file or directory\n" in err
    assert "copydesk: torn.txt.gz: " in err
    code, out, err = run("report", "missing.txt")
    assert (code, out) == (1, "")
    assert not (tmp_path / "report.html").exists()


@pytest.mark.parametrize(
    "arguments",
    [[], ["detect"], ["detect", "--threads", "0", "-"], ["detect", "--no-such", "-"], ["detect", "-", "-o", "a.xyz"], ["sing"]],
)
def test_wrong_usage_ends_with_two(run, arguments):
    code, _, _ = run(*arguments, stdin=b"Talks ended without a deal.")
    assert code == 2


def test_an_unknown_language_is_wrong_usage_and_names_the_nearest(run):
    code, _, err = run("stem", "--language", "englsh", SCRAPED[0])
    assert code == 2
    assert "english" in err.lower()


def test_version_and_help_end_with_zero(run):
    assert run("--version")[:2] == (0, f"copydesk {__version__}\n")
    for command in ["report", *COMMANDS]:
        code, out, _ = run(command, "--help")
        assert code == 0
        assert command in out


def test_standard_input_is_a_text_or_a_page(run):
    text = "Die Gespräche endeten am Mittwoch ohne Ergebnis, sagte der Minister."
    assert lines(run("detect", "-", stdin=text.encode())[1])[0]["code"] == "de"
    page = samples.paths()[3].read_bytes()
    [article] = lines(run("extract", "-", stdin=page)[1])
    assert article["authors"] == ["Katrin Wiesenthaler"]
    # A page that does not begin like one is taken for a text unless it is called a page.
    assert run("extract", "-", stdin=b"<!-- cached -->" + page)[0] == 1
    [article] = lines(run("extract", "--html", "-", stdin=b"<!-- cached -->" + page)[1])
    assert article["site"] == "Nordwarter Tagblatt"


@pytest.mark.parametrize(("data", "said"), [(b" \n", "there is no report in it"), (b"PK\x03\x04\x00\x00", "it is binary data, not text")])
def test_standard_input_without_a_text_is_named(run, data, said):
    for command in ("claims", "detect", "report"):
        assert run(command, "-", stdin=data) == (1, "", f"copydesk: -: {said}\n")


def test_extract_takes_pages_and_says_so_of_texts(run):
    code, out, err = run("extract", *PAGES, SCRAPED[0])
    assert code == 1
    assert [line["site"] for line in lines(out)] == ["The Harbour Gazette", "Nordwarter Tagblatt", "Folha da Enseada"]
    assert "2_island-courier.txt: it is text, not an HTML page; for texts use: copydesk clean " in err


def test_clean_leaves_the_article_and_can_show_why(run):
    [text] = lines(run("clean", SCRAPED[0])[1])
    assert "- Advertisement -" not in text["text"]
    assert "forty times the legal limit" in text["text"]
    labelled = lines(run("clean", "--lines", SCRAPED[0])[1])
    assert {line["label"] for line in labelled if line["text"] == "- Advertisement -"} == {"boilerplate"}


def test_claims_are_rows_with_outlet_and_speaker(run):
    rows = lines(run("claims", *SCRAPED)[1])
    assert {row["outlet"] for row in rows} == {"2_island-courier", "3_world-daily-digest"}
    assert any(row["speaker"] == "Lukas Perrin" for row in rows)
    assert all(isinstance(row["spans"], list) for row in rows)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_writes_every_format(run, tmp_path, command):
    import pyarrow.parquet as pq

    source = PAGES[0] if command == "extract" else SCRAPED[0]
    told = lines(run(command, source)[1])
    for form in ("jsonl", "csv", "parquet"):
        assert run(command, source, "-o", f"out.{form}")[:2] == (0, "")
    assert lines((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == told
    assert len(list(csv.reader((tmp_path / "out.csv").open(encoding="utf-8", newline="")))) == len(told) + 1
    assert len(pq.read_table(tmp_path / "out.parquet")) == len(told)
    assert max(map(len, run(command, source, "-f", "table")[1].splitlines())) <= 120
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".tmp"]


def test_nothing_to_say_still_writes_a_whole_file(run, tmp_path):
    (tmp_path / "a.txt").write_text("12 34 56")
    for form in ("jsonl", "csv", "parquet"):
        code, _, err = run("claims", "a.txt", "-o", f"out.{form}")
        assert (code, err) == (0, "copydesk: no claims in 1 text\n")
    assert (tmp_path / "out.jsonl").read_text() == ""
    assert (tmp_path / "out.csv").read_text().startswith("outlet,speaker")


def test_output_that_cannot_be_written_leaves_the_old(run, tmp_path, monkeypatch):
    (tmp_path / "old.jsonl").write_text("old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    code, _, err = run("detect", SCRAPED[0], "-o", "old.jsonl")
    assert (code, err) == (1, "copydesk: [Errno 28] No space left on device\n")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("old.jsonl", "old")]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_place_that_cannot_be_written_is_named_before_the_work(run, tmp_path, command):
    for output, said in (("no/out.jsonl", "there is no folder no"), (tmp_path, "is a folder; name a file"), ("a.xyz", "give one with --format")):
        code, out, err = run(command, "missing.txt", "-o", output)
        assert (code, out) == (2, "")
        assert said in err and "missing.txt" not in err
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("mine")
    code, out, err = run("report", SCRAPED[0], "--save", "notes")
    assert (code, out, err) == (2, "", "copydesk: notes holds something else than a report\n")
    assert {path.name for path in tmp_path.iterdir()} == {"notes"}


def test_a_number_that_is_none_is_named_as_it_was_given(run):
    for arguments, said in ((["--threads", "x"], "from 1 to 65536, got 'x'"), (["--favor", "x"], "from 0 to 1, got 'x'")):
        code, _, err = run("extract", PAGES[0], *arguments)
        assert code == 2
        assert said in err
    assert run("clean", SCRAPED[0], "--templates", "no.json")[::2] == (2, "copydesk: no.json: No such file or directory\n")


def test_a_page_without_an_article_is_named_with_the_reason(run, tmp_path):
    (tmp_path / "menu.html").write_text("<html><body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></body></html>")
    code, out, err = run("extract", "menu.html", PAGES[0])
    assert code == 0
    assert [bool(line["text"]) for line in lines(out)] == [False, True]
    assert err.startswith("copydesk: menu.html: no article was found: ")


def test_binary_data_is_no_text_whatever_its_name(run, tmp_path):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR The minister said no.")
    (tmp_path / "wide.txt").write_bytes("\ufeffDie Gespräche endeten am Montag.".encode("utf-16-le"))
    code, out, err = run("detect", "picture.txt", "wide.txt")
    assert (code, err) == (1, "copydesk: picture.txt: it is binary data, not text\n")
    assert [line["code"] for line in lines(out)] == ["de"]


def test_text_cannot_steer_the_terminal(run, tmp_path):
    (tmp_path / "evil\x1b[2J.txt").write_text("Talks \x1b[31mended\x07 without a deal, the \u202eministry said on Monday.")
    for arguments in (["-f", "table", "clean"], ["-f", "table", "detect"], ["report"]):
        code, out, err = run(*arguments[-1:], *arguments[:-1], ".")
        assert code == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(out + err)
    code, _, err = run("detect", "missing\x1b[2J.txt")
    assert code == 1
    assert "\x1b" not in err


def test_a_reader_that_leaves_early_is_no_error():
    command = f"{sys.executable} -m copydesk clean --lines {' '.join(SCRAPED * 40)} | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, env=os.environ)
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_the_module_is_the_command():
    done = subprocess.run([sys.executable, "-m", "copydesk", "--version"], capture_output=True, text=True, timeout=60)
    assert done.stdout == f"copydesk {__version__}\n"
