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
    voice = {article: article for article, _ in sorted(sentences)}
    for group in _near(sentences):
        first = min(voice[article] for article in group)
        for article in group:
            voice[article] = min(voice[article], first)
    return voice


def alike(one: Claim, other: Claim) -> bool:
    """Whether two sentences say the same but for their figures."""
    a, b = (_runs(claim.quote[: claim.quote_start] + claim.quote[claim.quote_end :]) for claim in (one, other))
    return bool(a and b) and _alike(a, b)


def _runs(quote: str) -> frozenset[int]:
    words = _WORDS.findall(quote.casefold())
    if len(words) < SHORT:
        return frozenset()
    runs = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return frozenset(crc32(run.encode("utf-8", "replace")) for run in runs)


def _near(sentences: dict[tuple[str, str], frozenset[int]]) -> list[Sequence[str]]:
    """Groups of articles that hold near-copies of one sentence, found by shared low runs, in canonical order."""
    filed: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    groups: list[Sequence[str]] = []
    for key in sorted(sentences):
        runs = sentences[key]
        seen: set[tuple[str, str]] = set()
        for run in sorted(runs)[:FILED]:
            for other in filed[run][:FILED]:
                if other not in seen and other[0] != key[0] and _alike(runs, sentences[other]):
                    groups.append((other[0], key[0]))
                seen.add(other)
            filed[run].append(key)
    return groups


def _alike(a: frozenset[int], b: frozenset[int]) -> bool:
    return len(a & b) >= ALIKE * len(a | b)
