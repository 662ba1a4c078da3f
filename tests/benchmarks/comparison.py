"""How comparing grows with the claims; run from the project's root: python -m tests.benchmarks.comparison"""

from __future__ import annotations

import time
from datetime import date, timedelta

from crosscheck.comparison import compare
from crosscheck.model import Claim, Extracted
from tests.comparison.factory import RULES, claim

SIZES = (1_000, 4_000, 16_000)


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
    """Processor time of one comparison."""
    articles = [Extracted(one.article, (one,)) for one in claims]
    begun = time.process_time()
    compare(articles, RULES)
    return time.process_time() - begun


SHAPES = (one_comparable, one_tally, many_comparables, one_undated_story)


def main() -> None:
    """Print a table: shape of the corpus, claims, seconds."""
    for corpus in SHAPES:
        for size in SIZES:
            print(f"{corpus.__name__:<20}{size:>8}{seconds(corpus(size)):>10.3f}")


if __name__ == "__main__":
    main()
