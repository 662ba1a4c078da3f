"""Days counted from what happened: "the day after his arrest", where the article tells when that was."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.extraction.sentences import ArticleText
from crosscheck.language.occasions import occasions
from crosscheck.model import Article, Origin, Part, Publication

PUBLISHED = date(2023, 3, 20)


def days(text: str) -> list[tuple[str, str, str]]:
    """The dates of the last sentence: surface, first and last day."""
    publication = Publication("a", "a.txt", published=PUBLISHED)
    article = ArticleText(Article(publication, Origin("a.txt"), text, (Part("body", 0, len(text)),)), "en")
    sentence = article.sentences[-1]
    return [
        (sentence.tokens.surface(each.first, each.last), str(each.interval.low), str(each.interval.high))
        for each in sentence.figures
        if each.kind == "date"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Rosa Vega was arrested on March 9. Two days after the arrest her house was searched.",
            ("Two days after", "2023-03-11"),
            id="the noun of a verb",
        ),
        pytest.param(
            "The March 3 escape embarrassed the ministry. On the day he escaped, nobody counted the men.",
            ("the day", "2023-03-03"),
            id="the verb of a noun",
        ),
        pytest.param(
            "A teacher died on Friday. The day following Vega's death the school stayed shut.",
            ("The day following", "2023-03-18"),
            id="someone told of before the name",
        ),
        pytest.param(
            "Monday's blast hurt nine. The night of the explosion was cold.",
            ("The night", "2023-03-20"),
            id="another word for it",
        ),
        pytest.param(
            "They met again the day before the vote. It was the vote of March 12. Shops shut the day before the vote.",
            ("the day before", "2023-03-11"),
            id="told of before",
        ),
    ],
)
def test_days_are_counted_from_what_happened(text: str, told: tuple[str, str]) -> None:
    assert (told[0], told[1], told[1]) in days(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The town was quiet. Two days after the arrest her house was searched.", id="no day"),
        pytest.param(
            "He was arrested on March 9. She was arrested on March 11. Two days after the arrest a shop burned.",
            id="two days",
        ),
        pytest.param(
            "On Monday police saw Ana Vega. Then Ana Vega died on Friday. The day before Luis Rojas's death it rained.",
            id="other people",
        ),
        pytest.param(
            "The fire spread. He was arrested on March 9. Two days after the fire a shop shut.", id="another kind"
        ),
        pytest.param(
            "On March 9, he said, there would be no arrest. Two days after the arrest a shop shut.", id="another clause"
        ),
        pytest.param("He was arrested in March. Two days after the arrest a shop shut.", id="no single day"),
    ],
)
def test_where_the_article_does_not_tell_it_no_day_is_made_up(text: str) -> None:
    assert not [told for told in days(text) if told[0].lower().startswith(("two days", "the day"))]


def test_every_form_of_a_word_is_known() -> None:
    known = occasions("en")
    assert all("arrest" in known[form] for form in ("arrest", "arrests", "arrested", "detained", "detentions"))
    assert all("death" in known[form] for form in ("death", "die", "dies", "died", "deaths"))
