"""Remarks to the program are found in every format, are about their paragraph, and are no part of what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck import intake
from crosscheck.model import Article

WHY = "<!-- crosscheck: ignore[deaths] 99 people were killed, says the reason -->"
HEAD = "---\ntitle: A day\npublished: 2023-01-10\n---\n"
PLAIN = "The Post, 11 January 2023\n\nA day\n\n"


def read(tmp_path: Path, name: str, text: str) -> Article:
    (tmp_path / name).write_text(text, "utf-8")
    (article,) = intake.read([str(tmp_path / name)])
    assert isinstance(article, Article)
    return article


def bodies(article: Article) -> str:
    return "|".join(article.text[part.start : part.end] for part in article.parts if part.role == "body")


@pytest.mark.parametrize(
    ("body", "about"),
    [
        pytest.param(f"One. {WHY}\n\nTwo.", f"One. {WHY}", id="behind a sentence"),
        pytest.param(f"One.\n{WHY}\n\nTwo.", f"One.\n{WHY}", id="below it"),
        pytest.param(f"One.\n\n{WHY}\n\nTwo.\nThree.\n\nFour.", f"{WHY}\n\nTwo.\nThree.", id="alone: the next"),
        pytest.param(f"One.\n\n{WHY}\n \t\n\nTwo.", f"{WHY}\n \t\n\nTwo.", id="alone, with blanks"),
        pytest.param(f"One.\n\n{WHY}\n{WHY}\n\nTwo.", f"{WHY}\n{WHY}\n\nTwo.", id="two of them alone"),
        pytest.param(f"One.\n\n{WHY}", WHY, id="at the end"),
        pytest.param(f"{WHY}\n\nOne.\n\nTwo.", f"{WHY}\n\nOne.", id="first of all"),
        pytest.param(f"One.\r\n\r\nTwo. {WHY}\r\n\r\nThree.", f"Two. {WHY}\r", id="other line ends"),
    ],
)
@pytest.mark.parametrize(("name", "head"), [("a.md", HEAD), ("a.txt", PLAIN)])
def test_a_remark_is_about_its_paragraph(tmp_path: Path, name: str, head: str, body: str, about: str) -> None:
    article = read(tmp_path, name, head + body + "\n")
    remark = article.remarks[0]
    assert article.text[remark.start : remark.end].rpartition("---\n")[2].rstrip("\r\n") == about.rstrip("\r\n")
    assert remark.words == "ignore[deaths] 99 people were killed, says the reason"
    assert "99" not in bodies(article)


def test_the_line_is_the_remarks_own(tmp_path: Path) -> None:
    article = read(tmp_path, "a.md", f"{HEAD}One.\n\nTwo.\n{WHY}\n")
    assert article.remarks[0].line == 8


def test_json_lines_may_hold_remarks(tmp_path: Path) -> None:
    article = read(tmp_path, "a.jsonl", '{"text": "One. <!-- crosscheck: ignore[deaths] why --> Two."}\n')
    assert [remark.words for remark in article.remarks] == ["ignore[deaths] why"]
    assert bodies(article) == "One.|Two."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<!-- a comment of somebody else -->", id="another comment"),
        pytest.param("<!-- crosscheck: never closed", id="never closed"),
        pytest.param("<!-- crosscheck:" + "x" * 3000 + "-->", id="longer than a reason"),
        pytest.param("crosscheck: ignore[deaths] why", id="no comment"),
    ],
)
def test_what_is_no_remark(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, "a.txt", f"{PLAIN}One. {text}\n\nTwo.\n").remarks == ()


def test_many_openings_take_no_long_time(tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", PLAIN + "<!-- crosscheck: " * 60_000 + "\n").remarks == ()
