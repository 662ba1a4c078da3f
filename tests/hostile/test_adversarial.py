"""Texts made to be slow cost no more than their length: steps are counted, never seconds."""

from __future__ import annotations

import importlib
import io
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator

import pytest
import regex

import crosscheck
from crosscheck import intake
from crosscheck.model import Article
from tests.fuzz import warm
from tests.hostile.backtracking import shared

UNITS = (
    "killed 17 ",
    "May 5 ",
    "1-",
    "(9), ",
    "“",
    "the region ",
    "- 1\n",
    "By Ana Ruiz | May 5, 2023\n",
    "<!-- a -->\n",
)
REMARK = "<!-- crosscheck: ignore[deaths] a -->"
PARTED = (f"{REMARK}\n", f"{REMARK}\n\nNine died.\n\n", "Nine died. <!-- a -->\n\n", "# A\n\n")
SMALL, LARGE = 1_000, 2_000  # both within one sentence, where all that stands in it may look at all else
CUT = 4_200, 8_400  # both longer than any sentence is left


def steps(do: Callable[[], object]) -> int:
    """How many functions are called, of Python's own and of ours."""
    count = 0

    def note(_frame: object, event: str, _given: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        do()
    finally:
        sys.setprofile(None)
    return count


def articles(text: str) -> list[Article]:
    stdin = io.BytesIO(text.encode())
    return [item for item in intake.read(["-"], stdin=stdin) if isinstance(item, Article)]


def read(text: str) -> None:
    for article in articles(text):
        warm.extractor().claims(article)


@pytest.mark.parametrize("unit", UNITS)
def test_cost_grows_with_the_text_alone(unit: str) -> None:
    compare(unit, SMALL, LARGE)


@pytest.mark.parametrize("unit", ["the region ", "killed 17 "])
def test_so_it_does_where_sentences_are_cut(unit: str) -> None:
    compare(unit, *CUT)


@pytest.mark.parametrize("unit", PARTED)
def test_so_it_does_where_a_text_falls_apart(unit: str) -> None:
    compare(unit, 4_000, 8_000, articles)


def compare(unit: str, small: int, large: int, read: Callable[[str], object] = read) -> None:
    """Twice the text costs about twice the steps, once all that is made when first asked for is there."""
    shorter, longer = ("Nine dead. " + unit * (size // len(unit)) for size in (small, large))
    read(shorter)
    read(longer)
    assert steps(lambda: read(longer)) < 2.3 * steps(lambda: read(shorter)) + 2_000


def patterns() -> Iterator[tuple[str, str, int]]:
    """Every regular expression that a module of the package holds as a constant, by name, with its flags."""
    for info in pkgutil.walk_packages(crosscheck.__path__, "crosscheck."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for each in value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else (value,):
                if isinstance(each, re.Pattern | regex.Pattern) and isinstance(each.pattern, str):
                    yield f"{info.name}.{name}", each.pattern, each.flags & (re.VERBOSE | re.IGNORECASE | re.DOTALL)


def test_no_expression_shares_a_stretch_out_between_repetitions() -> None:
    found = list(patterns())
    assert len(found) > 50
    assert {name: char for name, source, flags in found if (char := shared(source, flags)) is not None} == {}


@pytest.mark.parametrize(
    "source",
    [
        r"(a+)+b",
        r"(?:\w+\s?)+x",
        r"\s*\s*x",
        r"\w+\w+",
        r"\w+-?\w+",
        r".*a.*b",
        r"(?:ab|a|b)+",
        r"[ ]+(?:b|)\s+$",
        r"a(?=b*b*c)",
        r"(?>\s*\s*)x",
        r"[éa]+[é-í]+1",
    ],
)
def test_shared_stretches_are_found(source: str) -> None:
    assert shared(source) is not None


@pytest.mark.parametrize(
    "source",
    [r"\w+-\w+", r"\s*+\s*x", r"(?:\w+\s)+x", r"(?>\w+)\w*", r"a+b+c", r"\d+(?:,\d{3})*", r"(?:a|b)*c", r"\w+ ?$"],
)
def test_parts_that_share_nothing_are_let_through(source: str) -> None:
    assert shared(source) is None
