"""How comparing grows with the claims; run from the project's root: python -m tests.benchmarks.comparison [large]

`large` is 100,000 claims in one comparable and 1,000,000 in 300,000, which take minutes and some gigabytes.
"""

from __future__ import annotations

import resource
import sys
import time
from datetime import date, timedelta

from crosscheck.comparison import compare
from crosscheck.model import Claim, Extracted
from tests.comparison.factory import RULES, claim

SIZES = (1_000, 4_000, 16_000)
COMPARABLES = 300_000
KIBIBYTES = 1024  # what Linux counts peak memory in


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


def claims_in_comparables(count: int) -> list[Claim]:
    """Claims in at most 300,000 comparables, of which one in three disagrees."""
    return [
        claim(
            10 + (n % 3 if n % COMPARABLES % 3 == 0 else 0),
            article=f"a{n}",
            place=(f"Town {n % COMPARABLES}", "Region"),
        )
        for n in range(count)
    ]


def one_undated_story(count: int) -> list[Claim]:
    return [claim(10 + n % 3, article=f"a{n}", when=None) for n in range(count)]


def seconds(claims: list[Claim]) -> float:
    """Processor time of one comparison."""
    articles = [Extracted(one.article, (one,)) for one in claims]
    begun = time.process_time()
    compare(articles, RULES)
    return time.process_time() - begun


LARGE = ((one_comparable, 100_000), (claims_in_comparables, 1_000_000))
SHAPES = (one_comparable, one_tally, many_comparables, one_undated_story)


def main() -> None:
    """Print a table: shape of the corpus, claims, seconds of processor time, peak memory of the process so far."""
    runs = LARGE if "large" in sys.argv[1:] else [(corpus, size) for corpus in SHAPES for size in SIZES]
    for corpus, size in runs:
        took = seconds(corpus(size))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTES / 1e9
        print(f"{corpus.__name__:<22}{size:>10}{took:>10.3f} s{peak:>8.2f} GB", flush=True)


if __name__ == "__main__":
    main()
