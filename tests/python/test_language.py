"""What `detect_language` and `language_spans` promise on texts that are easily mistaken."""

import subprocess
import sys

import pandas as pd
import pytest

import copydesk
from copydesk import detect_language, language_spans

# Neighbours that detectors mix up, in the words of a short report.
REPORTS = {
    "nb": "Regjeringen sa mandag at forhandlingene ikke hadde ført fram. Ministeren vil ikke gi opp, og hun ber partene om å komme "
    "tilbake til bordet før helgen. Ingen vet hva som skjer nå.",
    "nn": "Regjeringa sa måndag at forhandlingane ikkje hadde ført fram. Ministeren vil ikkje gje opp, og ho bed partane om å kome "
    "attende til bordet før helga. Ingen veit kva som skjer no.",
    "da": "Regeringen sagde mandag, at forhandlingerne ikke havde ført til noget. Ministeren vil ikke give op, og hun beder parterne "
    "om at komme tilbage til bordet inden weekenden. Ingen ved, hvad der sker nu.",
    "hr": "Vlada je u ponedjeljak priopćila da pregovori nisu uspjeli. Ministrica ne želi odustati i traži od obiju strana da se "
    "vrate za stol prije kraja tjedna. Nitko ne zna što će se dogoditi u siječnju.",
    "sr": "Влада је у понедељак саопштила да преговори нису успели. Министарка не жели да одустане и тражи од обе стране да се "
    "врате за сто пре краја недеље. Нико не зна шта ће се десити у јануару.",
    "id": "Pemerintah mengatakan pada hari Senin bahwa perundingan tersebut gagal karena kedua pihak tidak bisa sepakat. Menteri itu "
    "tidak mau menyerah dan meminta mereka kembali ke meja sebelum akhir pekan.",
    "ms": "Kerajaan berkata pada hari Isnin bahawa rundingan itu gagal kerana kedua-dua pihak tidak boleh bersetuju. Menteri "
    "berkenaan enggan mengalah dan meminta mereka kembali ke meja sebelum hujung minggu.",
    "cs": "Vláda v pondělí oznámila, že jednání skončila bez výsledku. Ministryně se nechce vzdát a žádá obě strany, aby se před "
    "koncem týdne vrátily ke stolu. Nikdo neví, co bude dál.",
    "sk": "Vláda v pondelok oznámila, že rokovania sa skončili bez výsledku. Ministerka sa nechce vzdať a žiada obe strany, aby sa "
    "pred koncom týždňa vrátili k stolu. Nikto nevie, čo bude ďalej.",
    "pt": "O governo disse na segunda-feira que as negociações tinham falhado. A ministra não quer desistir e pede às duas partes "
    "que voltem à mesa antes do fim de semana. Ninguém sabe o que vai acontecer.",
    "es": "El gobierno dijo el lunes que las negociaciones habían fracasado. La ministra no quiere rendirse y pide a las dos partes "
    "que vuelvan a la mesa antes del fin de semana. Nadie sabe qué va a pasar.",
    "ca": "El govern va dir dilluns que les negociacions havien fracassat. La ministra no es vol rendir i demana a les dues parts que "
    "tornin a la taula abans del cap de setmana. Ningú no sap què passarà.",
}

VARIANTS = {
    "pt": [
        "O ônibus do time chegou ao estádio e o goleiro disse que a equipe estava pronta para o jogo.",
        "O autocarro da equipa chegou ao estádio e o guarda-redes disse que a equipa estava pronta para o jogo.",
    ],
    "zh": ["部长表示,谈判将在下周继续进行。", "部長表示,談判將在下週繼續進行。"],
    "de": ["Der Strassenverkehr wurde grossräumig umgeleitet.", "Der Straßenverkehr wurde großräumig umgeleitet."],
}


@pytest.mark.parametrize("code", REPORTS)
def test_close_neighbours_are_told_apart_by_a_report(code):
    assert detect_language(REPORTS[code]).code == code


@pytest.mark.parametrize("code", REPORTS)
def test_a_growing_text_settles_on_one_language(code):
    words = REPORTS[code].split()
    answers = [found.code for found in detect_language([" ".join(words[:n]) for n in range(10, len(words) + 1)])]
    changes = sum(a != b for a, b in zip(answers, answers[1:], strict=False))
    assert changes <= 1, answers


@pytest.mark.parametrize("code", REPORTS)
def test_what_does_not_speak_does_not_change_the_answer(code):
    text = REPORTS[code]
    dressed = [text.upper(), f"{text} https://example.org/the/of/and", f"12:30 – {text} (AB-4711)", "\n\n".join(text.split(". ")), text * 3]
    assert {found.code for found in detect_language(dressed)} == {code}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in VARIANTS.items() for text in texts])
def test_variants_of_a_language_have_one_code(code, text):
    assert detect_language(text).code == code


@pytest.mark.parametrize(
    "text", ["Hello", "I love you", "OK", "Thank you", "Breaking news", "The minister said р that talks had ended", "What's new?"]
)
def test_short_everyday_english(text):
    assert detect_language(text).code == "en"


@pytest.mark.parametrize(
    "text",
    [
        "", "  \n\t", "42", "12.5 % – 2024/05/14", "https://www.example.org/le/monde", "anna@example.org", "A380 x86_64 XK-4711",
        "@handle #tag", "😀🎉", "...", "a", "asdfghjkl", "qwertyuiop", "asdf jkl asdf", "sdfsdfsdf", "xxxxxxx", "lkjlkj lkj", "фывапролдж",
    ],
)  # fmt: skip
def test_nothing_is_guessed_where_nothing_is_said(text):
    found = detect_language(text)
    assert (found.code, found.confidence, found.reliable, found.ranking) == (None, 0.0, False, ())


@pytest.mark.parametrize("text", ["Stoltenberg", "Angela Merkel", "Maria", "Muhammad Ali", "NATO"])
def test_a_name_alone_is_never_called_reliable(text):
    assert not detect_language(text).reliable


def test_a_choice_of_languages_shares_out_the_probability():
    text = "El ministro rechazó las acusaciones de la oposición"
    found = detect_language(text, languages=["pt", "Italian"])
    assert {code for code, _ in found.ranking} <= {"pt", "it"}
    assert sum(p for _, p in found.ranking) == pytest.approx(1)
    assert detect_language(text, languages=["ru"]).code is None


def test_serbian_in_latin_letters_is_a_matter_of_the_choice():
    text = "Vlada je saopštila da se pregovori nastavljaju sledeće nedelje."
    assert detect_language(text).code in {"bs", "hr", "sr"}
    assert detect_language(text, languages=["sr", "en"]).code == "sr"


def test_the_ranking_is_of_probabilities_best_first():
    ranking = detect_language("regjeringen").ranking
    assert [p for _, p in ranking] == sorted((p for _, p in ranking), reverse=True)
    assert sum(p for _, p in ranking) == pytest.approx(1, abs=1e-3)
    assert {"nb", "da"} <= {code for code, _ in ranking}


def test_a_long_text_is_answered_from_its_start_to_its_end():
    german, french = "Die Gespräche endeten am Montag ohne Ergebnis. ", "Les négociations ont échoué. "
    assert detect_language(german * 5_000 + french * 100).code == "de"
    assert detect_language(french * 100 + german * 5_000).code == "de"


def test_spans_of_a_foreign_menu_over_an_article():
    menu = "Startseite\nPolitik\nWirtschaft\nWissenschaft und Technik\nÜber uns\nDatenschutzerklärung\n\n"
    article = "The committee will publish its findings before the end of the year. It did not say who had asked for them."
    spans = language_spans(menu + article)
    assert [span.code for span in spans] == ["de", "en"]
    assert abs(spans[1].start - len(menu)) <= len("Datenschutzerklärung\n\n")


def test_spans_count_code_points():
    first, second = "Министр заявил 🎉, что переговоры продолжатся.", "Le ministre a démissionné dimanche soir."
    spans = language_spans(f"{first} {second}")
    assert [(span.code, span.start, span.end) for span in spans] == [
        ("ru", 0, len(first)),
        ("fr", len(first) + 1, len(first) + 1 + len(second)),
    ]


def test_a_column_of_headlines_keeps_its_order():
    headlines = ["Talks end without a deal", "Gespräche enden ohne Ergebnis", "Les négociations échouent", None, "2024"] * 1000
    codes = detect_language(pd.Series(headlines), threads=2)["code"]
    assert [None if pd.isna(code) else code for code in codes[-5:]] == ["en", "de", "fr", None, None]
    assert codes.nunique() == 3


def test_many_threads_may_ask_first():
    program = """
import threading, copydesk
found, gate = [], threading.Barrier(8)
def ask():
    gate.wait()
    found.append(copydesk.detect_language("Die Gespräche endeten am Montag ohne Ergebnis.").code)
threads = [threading.Thread(target=ask) for _ in range(8)]
[t.start() for t in threads], [t.join() for t in threads]
print(found.count("de"))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.strip() == "8"


def test_a_ranking_is_shown_by_its_first_three():
    found = detect_language("Talks ended without a deal on Wednesday evening.")
    assert len(found.ranking) > 3
    assert repr(found).startswith("Language(code='en', script='Latin', confidence=") and len(repr(found)) < 250
    assert repr(found).endswith(", …))") and repr(found.ranking[2]) in repr(found)
    [listed] = detect_language(["Talks ended without a deal on Wednesday evening."])
    assert "ranking" not in repr(listed)


def test_either_model_answers():
    assert copydesk.detect_language(REPORTS["pt"], model="whatlang").code == "pt"
    with pytest.raises(ValueError, match="whatlang"):
        copydesk.detect_language("text", model="other")
