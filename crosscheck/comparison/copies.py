"""Near-copies of one text are one voice: a wire story in three papers is one report of a figure, not three."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from zlib import crc32

from crosscheck.model import Claim

_WORDS = re.compile(r"[^\W_]+")
# Of two sentences that share this much of their runs of three words, one was copied from the other and trimmed.
ALIKE = 0.6
RUN = 3
# Sentences so short are alike by chance: "Five people died."
SHORT = 5
# Each sentence is filed under its lowest runs; two near-copies share one of these all but always.
FILED = 4


def voices(claims: Iterable[Claim]) -> dict[str, str]:
    """For each article the first article (by id) of which it is a copy, itself where it is nobody's.

    An article speaks with another's voice where any sentence of its claims is the other's, word for word or nearly.
    """
    sentences: dict[tuple[str, str], frozenset[int]] = {}
    for claim in claims:
        key = (claim.article.id, claim.quote)
        if key not in sentences:
            sentences[key] = _runs(claim.quote)
    order = sorted(sentences)
    voice = {article: article for article, _ in order}
    _file(order, sentences, voice)
    return voice


def alike(one: Claim, other: Claim) -> bool:
    """Whether two sentences say the same but for their figures."""
    a, b = (_runs(claim.quote[: claim.quote_start] + claim.quote[claim.quote_end :]) for claim in (one, other))
    return bool(a and b) and _alike(a, b)


def _runs(quote: str) -> frozenset[int]:
    words = _WORDS.findall(quote.casefold())
    if len(words) < SHORT:
        return frozenset()
    encoded = [word.encode("utf-8", "replace") for word in words]
    return frozenset(map(crc32, map(b" ".join, zip(*(encoded[i:] for i in range(RUN)), strict=False))))


def _file(
    order: Sequence[tuple[str, str]], sentences: dict[tuple[str, str], frozenset[int]], voice: dict[str, str]
) -> None:
    """Join the voices of articles that hold near-copies of one sentence, found by shared low runs."""
    filed: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for key in order:
        runs = sentences[key]
        own = key[0]
        seen: set[tuple[str, str]] = set()
        for run in sorted(runs)[:FILED]:
            near = filed[run]
            for other in near:
                if other not in seen and voice[other[0]] != voice[own] and _alike(runs, sentences[other]):
                    voice[own] = voice[other[0]] = min(voice[own], voice[other[0]])
                seen.add(other)
            if len(near) < FILED:
                near.append(key)


def _alike(a: frozenset[int], b: frozenset[int]) -> bool:
    shared = len(a & b)
    return shared >= ALIKE * (len(a) + len(b) - shared)
