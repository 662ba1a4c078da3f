"""Texts of made-up news that the tests of this folder cut, and what reading them shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from crosscheck.intake.plaintext import read_plain
from crosscheck.intake.words import words
from crosscheck.model import Article, Skipped

ROAD = (
    "Miners and police met on the road to the south on Tuesday, and the road stayed shut. Nine people were hurt, a "
    "nurse said.\n\nThe road was open again by night."
)
BUS = (
    "A bus left the road near the pass on Friday and fell some eighty metres. Twelve people died, the fire service "
    "said.\n\nThe driver was among them."
)
LAKE = (
    "The lake sank by half a metre in a year.\n\n• Two villages have no water\n• A third has some\n\nNo rain is near."
)

FIRST, SECOND, THIRD = "Road blocked for a third day", "Bus falls at the pass", "Lake sinks to its lowest level"


def told(text: str) -> list[tuple[str | None, str | None, str | None, date | None]]:
    """Title, author, outlet and day of each article."""
    found = [article.publication for article in articles(text)]
    return [(each.title, each.author, each.outlet, each.published) for each in found]


def bodies(text: str) -> list[str]:
    """What is read as body of each article, its parts joined by a bar."""
    return [" | ".join(body(article)) for article in articles(text)]


def body(article: Article) -> Iterator[str]:
    return (article.text[part.start : part.end] for part in article.parts if part.role == "body")


def articles(text: str) -> list[Article]:
    """The articles, each checked to stand where it says."""
    found = [each for each in read_plain(text, "a.txt", words("en")) if isinstance(each, Article)]
    for article in found:
        start = article.origin.start
        assert start is not None
        assert article.text == text[start : start + len(article.text)]
    return found


def notes(text: str) -> list[Skipped]:
    return [each for each in read_plain(text, "a.txt", words("en")) if isinstance(each, Skipped)]
