"""Headline, authors and day of a scraped text, from the lines around its first sentence."""

import pytest
from copydesk import analyze


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Nora Hale", ["Nora Hale"]),
        ("By Nora Hale and Ravi Patel | 12 March 2026", ["Nora Hale", "Ravi Patel"]),
        ("Nora Hale | 12 March 2026, 14:05", ["Nora Hale"]),
        ("Por Lucía Ferrán", ["Lucía Ferrán"]),
        ("Written by\nNora Hale", ["Nora Hale"]),
        ("Nora Hale\nMarch 12, 2026", ["Nora Hale"]),
        ("Nora Hale March 12, 2026", ["Nora Hale"]),
        ("12 March 2026 · by Nora Hale · 4 min read", ["Nora Hale"]),
        ("Nora Hale North of England correspondent", ["Nora Hale"]),
        ("Photo: Nora Hale", []),
    ],
)
def test_a_scraped_text_names_the_authors_of_its_byline(line, authors):
    text = "\n".join(
        (
            "Menu Latest Local Politics Sport",
            "Subscribe | Log in",
            "Fire at chemical plant in Harrow: two hurt",
            line,
            "Share this article",
            "Two workers were hurt on Tuesday when a fire broke out at the plant in Harrow, the fire service said.",
            '"Every inspection was carried out," the managing director of the plant, Ursula Brandt, told reporters.',
        )
    )
    row = analyze([{"text": text, "outlet": "Courier"}]).article_rows[0]
    assert (row["title"], list(row["authors"])) == ("Fire at chemical plant in Harrow: two hurt", authors)


def test_a_short_text_has_the_headline_and_the_day_over_its_first_sentence():
    text = "\n".join(
        (
            "Harbour council delays the new bridge",
            "Mara Ellery | 14 March 2026",
            "The harbour council has put off its decision on the new bridge until the summer.",
            "Engineers had asked for more time to test the ground under the northern pier.",
            '"We will not build on mud," said Oda Brandt on Friday.',
        )
    )
    (row,) = analyze([{"text": text}]).article_rows
    assert row["title"] == "Harbour council delays the new bridge"
    assert row["published"].date().isoformat() == "2026-03-14"


@pytest.mark.parametrize(
    ("over", "below", "published"),
    [
        ("14.03.2026, 18:20 Uhr", "", "2026-03-14T18:20"),
        ("19. März 2026, 06:30 Uhr  Lesezeit: 2 Min.", "", "2026-03-19T06:30"),
        ("Publicado em 08/10/2026 às 07h15 - Tempo de leitura: 2 min", "", "2026-10-08T07:15"),
        ("10/03/2026 16h40  Atualizado 11/03/2026 08h05", "", "2026-03-10T16:40"),
        ("Nossa Redação", "Publicado em 10/03/2026 às 16:40", "2026-03-10T16:40"),
        ("Nossa Redação", "Atualizado em 10/03/2026 às 16:40", None),
        ("Nossa Redação", "Leia também\nPublicado em 10/03/2026\nPublicado em 12/03/2026", None),
    ],
)
def test_a_scraped_text_tells_its_time_by_its_date_line_or_one_that_says_so(over, below, published):
    text = "\n".join(
        (
            "Prefeito de Alvora nega aumento da passagem",
            over,
            "O prefeito de Alvora, Caio Bastos, negou que a passagem de ônibus vá subir para cinco reais em abril.",
            '"Não há nenhuma decisão tomada", afirmou Bastos em entrevista a uma rádio da cidade.',
            "Segundo a Secretaria de Transportes, o custo do sistema cresceu muito no ano passado.",
            below,
        )
    )
    (row,) = analyze([{"text": text}]).article_rows
    assert (row["published"] and row["published"].isoformat()[:16]) == published
