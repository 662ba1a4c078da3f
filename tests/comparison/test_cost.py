"""Cost grows with the claims, not with their pairs."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest

from crosscheck.comparison import compare
from crosscheck.model import Claim, Extracted
from tests.comparison.factory import RULES, claim


def one_comparable(count: int) -> list[Claim]:
    return [claim(100 + n % 50, article=f"a{n}") for n in range(count)]


def one_tally(count: int) -> list[Claim]:
    start = date(2000, 1, 1)
    return [
        claim(
            1_000 + n % 7,
            article=f"a{n}",
            published=start + timedelta(days=n % 4_000),
            scope="running_total",
            when=None,
        )
        for n in range(count)
    ]


def many_comparables(count: int) -> list[Claim]:
    return [claim(10 + n % 3, article=f"a{n}", place=(f"Town {n // 3}", "Region")) for n in range(count)]


def one_undated_story(count: int) -> list[Claim]:
    return [claim(10 + n % 3, article=f"a{n}", when=None) for n in range(count)]


def seconds(claims: list[Claim]) -> float:
    articles = [Extracted(one.article, (one,)) for one in claims]
    begun = time.perf_counter()
    compare(articles, RULES)
    return time.perf_counter() - begun


@pytest.mark.parametrize("corpus", [one_comparable, one_tally, many_comparables, one_undated_story])
def test_four_times_the_claims_take_about_four_times_as_long(corpus: object) -> None:
    """Sixteen times as long would be pairs; eight leaves room for a loaded machine."""
    few, many = corpus(750), corpus(3_000)  # type: ignore[operator]
    seconds(few)
    assert min(seconds(many) for _ in range(2)) < 8 * max(min(seconds(few) for _ in range(2)), 0.01)
