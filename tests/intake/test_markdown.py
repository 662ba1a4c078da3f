"""Markdown files: fields, titles, bylines, and what is no part of the text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.intake.markdown import read_markdown
from crosscheck.intake.words import words
from crosscheck.model import Article, Publication, Skipped, Span

FRONT = (
    "---\nid: v-17\ntitle: Nine hurt on the road\nauthor: Ana Ruiz\noutlet: Valley Courier\npublished: 2022-03-03\n"
    "url: https://valley.example/road\nlang: en-GB\n---\n"
)
BODY = "Nine people were hurt on Tuesday.\n\n## At the bridge\n\nTwo of them stayed in hospital."


def read(text: str) -> tuple[Article, list[Skipped]]:
    *notes, article = read_markdown(text, "a.md", words("en"))
    assert isinstance(article, Article)
    return article, [note for note in notes if isinstance(note, Skipped)]


def parts(article: Article) -> list[tuple[str, str]]:
    return [(part.role, article.field(part.field)[part.start : part.end]) for part in article.parts]


def test_fields_of_the_front_matter() -> None:
    article, notes = read(f"{FRONT}\n{BODY}\n")
    assert not notes
    assert article.publication == Publication(
        "v-17",
        "a.md",
        "Nine hurt on the road",
        "Ana Ruiz",
        "Valley Courier",
        date(2022, 3, 3),
        "en",
        "https://valley.example/road",
    )
    assert parts(article) == [("title", "Nine hurt on the road"), ("body", BODY)]


def test_the_text_is_the_whole_file_and_places_are_exact() -> None:
    text = f"{FRONT}\n{BODY}\n"
    article, _ = read(text)
    assert article.text == text
    start = text.index("Two")
    place = article.locate(Span(start, start + 3))
    assert (place.start, place.line, place.column) == (start, text.count("\n", 0, start) + 1, 1)


@pytest.mark.parametrize(
    "top",
    [
        "# Nine hurt\n\n",
        "# Nine hurt #\n",
        "Nine hurt\n=========\n\n",
        "\n\n#  Nine hurt\n\n",
        "> A banner\n\n# Nine hurt\n\n",
    ],
)
def test_the_first_heading_is_the_title(top: str) -> None:
    article, _ = read(top + BODY)
    assert article.publication.title == "Nine hurt"
    assert ("title", "Nine hurt") in parts(article)
    assert parts(article)[-1] == ("body", BODY)


def test_a_second_level_heading_is_no_title() -> None:
    article, _ = read(f"## At the bridge\n\n{BODY}")
    assert article.publication.title is None


@pytest.mark.parametrize("heading", ["# Nine hurt on the road\n\n", "Nine hurt on the road\n=====================\n\n"])
def test_a_heading_that_repeats_the_title_is_read_once(heading: str) -> None:
    article, _ = read(f"{FRONT}{heading}{BODY}")
    assert parts(article) == [("title", "Nine hurt on the road"), ("body", BODY)]


def test_another_heading_stays_in_the_body() -> None:
    article, _ = read(f"{FRONT}# Nine hurt, two badly\n\n{BODY}")
    assert parts(article)[1] == ("body", f"# Nine hurt, two badly\n\n{BODY}")


def test_a_byline_below_the_heading_is_read_and_left_out() -> None:
    article, _ = read(f"# Nine hurt\n\n*By Ana Ruiz | Valley Courier | March 3, 2022*\n\n{BODY}")
    publication = article.publication
    assert (publication.author, publication.outlet, publication.published) == (
        "Ana Ruiz",
        "Valley Courier",
        date(2022, 3, 3),
    )
    assert parts(article) == [("title", "Nine hurt"), ("body", BODY)]


def test_fields_win_over_the_byline() -> None:
    article, _ = read(f"{FRONT}\nBy Tom Hale | Andes Wire | March 5, 2022\n\n{BODY}")
    assert (article.publication.author, article.publication.published) == ("Ana Ruiz", date(2022, 3, 3))


def test_an_agency_dateline_fills_what_is_missing() -> None:
    article, _ = read("# Nine hurt\n\nCUSCO, March 3, 2022 (Andes Wire) - Nine people were hurt.")
    assert (article.publication.outlet, article.publication.published) == ("Andes Wire", date(2022, 3, 3))


def test_a_title_that_is_written_otherwise_is_a_field_of_its_own() -> None:
    article, _ = read('---\ntitle: "Nine \\"hurt\\""\n---\nText.')
    assert article.parts[0].field == "title"
    assert parts(article)[0] == ("title", 'Nine "hurt"')


def test_comments_are_no_part_of_the_text() -> None:
    article, _ = read("Nine were hurt.\n\n<!-- was: 12 -->\n\nTwo stayed. <!-- open")
    assert parts(article) == [("body", "Nine were hurt."), ("body", "Two stayed.")]


@pytest.mark.parametrize("stated", ["2022-03-03", "2022-03-03T08:00:00Z", "2022-03-03 08:00:00 +0100", "March 3, 2022"])
def test_days(stated: str) -> None:
    article, notes = read(f"---\ndate: {stated}\n---\nText.")
    assert article.publication.published == date(2022, 3, 3)
    assert not notes


@pytest.mark.parametrize("stated", ["soon", "2022-13-03", "2022", "March 3"])
def test_a_wrong_day_is_noted_and_the_article_read_without(stated: str) -> None:
    article, (note,) = read(f"---\ntitle: Nine\ndate: {stated}\n---\nText.")
    assert article.publication.published is None
    assert (note.line, note.column) == (3, 7)
    assert "“date”" in note.reason


def test_broken_front_matter_is_noted_with_its_line() -> None:
    article, (note,) = read(f"---\ntitle: Nine\nnot a field\n---\n{BODY}")
    assert (note.path, note.line, note.column) == ("a.md", 3, 1)
    assert parts(article) == [("title", "Nine"), ("body", BODY)]


def test_a_byline_is_read_in_the_language_that_the_front_matter_tells() -> None:
    body = "Murieron 12 personas el lunes en la sierra, donde cayó un puente."
    article, _ = read(f"---\nlang: es\n---\n# Un día de lluvia\n\nPor Ana Ruiz, 9 de enero de 2023\n\n{body}\n")
    assert (article.publication.author, article.publication.published) == ("Ana Ruiz", date(2023, 1, 9))
    assert parts(article) == [("title", "Un día de lluvia"), ("body", body)]


def test_front_matter_alone_holds_nothing_to_read() -> None:
    (skipped,) = read_markdown("---\nauthor: Ana Ruiz\n---\n", "a.md", words("en"))
    assert isinstance(skipped, Skipped)
    assert "no text" in skipped.reason


@given(st.text("-#=:<!>\n abcT19.|'\"", max_size=150))
def test_every_part_lies_in_its_field(text: str) -> None:
    for found in read_markdown(text, "a.md", words("en")):
        if isinstance(found, Article):
            for part in found.parts:
                assert 0 <= part.start < part.end <= len(found.field(part.field))
