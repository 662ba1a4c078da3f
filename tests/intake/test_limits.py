"""Limits: what meets one is told, by the limit's name, and what comes before it is read."""

from __future__ import annotations

import io
import re

import pytest

from crosscheck.intake import read
from crosscheck.model import Article, Skipped
from crosscheck.model.limits import USUAL, Limits

SENTENCE = "Nine people were hurt in Juliaca on Monday. "
RECORD = b'{"text": "Nine people were hurt."}\n'


def told(data: bytes, **limits: int) -> tuple[list[Article], list[str]]:
    found = list(read(["-"], stdin=io.BytesIO(data), limits=Limits(**limits)))
    return [each for each in found if isinstance(each, Article)], [
        each.reason for each in found if isinstance(each, Skipped)
    ]


@pytest.mark.parametrize(
    ("data", "limits", "articles", "what"),
    [
        pytest.param(SENTENCE.encode() * 9, {"file": 300}, 0, "is over 300 bytes; .* “file”", id="a file"),
        pytest.param(b"- 1\n" * 9, {"lines": 9}, 1, None, id="lines that are allowed"),
        pytest.param(b"- 1\n" * 9, {"lines": 8}, 0, "more than 8 lines; .* “lines”", id="lines of a file"),
        pytest.param(b"- 1\r" * 9, {"lines": 8}, 0, "more than 8 lines; .* “lines”", id="lines that CR ends"),
        pytest.param(RECORD * 9, {"file": 30}, 9, None, id="records may be without end"),
        pytest.param(RECORD * 9, {"articles": 4}, 4, "more than 4 articles; .* “articles”", id="articles of a file"),
        pytest.param(
            RECORD + RECORD[:-3] + b"x" * 90 + b'"}\n' + RECORD, {"line": 50}, 2, "the 50 .* “line”", id="a line"
        ),
        pytest.param(b" " * 200_000 + b"Nine.", {"file": 70_000}, 0, "over 70,000 bytes of .*“file”", id="white space"),
        pytest.param(b'{"x": [[[[1]]]], "text": "Nine."}', {"nesting": 4}, 0, "nested too deep", id="nesting"),
        pytest.param(b'{"x": [[[1]], [[2]]], "text": "Nine."}', {"nesting": 4}, 1, None, id="nesting that is allowed"),
        pytest.param(b'{"x": "[[[[[[", "text": "Nine."}', {"nesting": 4}, 1, None, id="brackets in a string"),
    ],
)
def test_a_limit_is_told(data: bytes, limits: dict[str, int], articles: int, what: str | None) -> None:
    found, notes = told(data, **limits)
    assert len(found) == articles
    assert len(notes) == bool(what)
    if what:
        assert re.search(what, notes[0]), notes


def test_of_a_long_article_the_beginning_is_read() -> None:
    (article,), (note,) = told(SENTENCE.encode() * 9, article=100)
    assert [(part.start, part.end) for part in article.parts] == [(0, 100)]
    assert len(article.text) == len(SENTENCE * 9) - 1
    assert "395 characters long, over the 100 of an article; the rest is not read" in note


def test_limits_are_set_by_name() -> None:
    assert USUAL.changed(["file=10", "seconds=3"]) == Limits(file=10, seconds=3)


@pytest.mark.parametrize(
    "setting", ["", "file", "file=", "file=0", "file=-1", "file=1e3", "file=²", "files=3", "file=" + "9" * 20]
)
def test_what_sets_no_limit_is_told(setting: str) -> None:
    with pytest.raises(ValueError, match=r"is no limit; there are file, lines, line|sets no limit; write file=NUMBER"):
        USUAL.changed([setting])
