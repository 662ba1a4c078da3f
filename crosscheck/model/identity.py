"""What makes a discrepancy the same one tomorrow: what is said, never where in a file it stands."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import date

from crosscheck.model.claim import Claim
from crosscheck.model.interval import written
from crosscheck.model.mention import Value
from crosscheck.model.report import Camp, Discrepancy

_SEPARATOR = "\x1f"


def identify(found: Iterable[Discrepancy]) -> tuple[str, ...]:
    """An id for each discrepancy; the same finding made again (one text in two files) is told apart by "-2", "-3".

    A side is known by its value and its first report, so that an article that joins it later changes no id.
    """
    seen: Counter[str] = Counter()
    ids = []
    for discrepancy in found:
        id = identity(discrepancy)
        seen[id] += 1
        ids.append(id if seen[id] == 1 else f"{id}-{seen[id]}")
    return tuple(ids)


def identity(found: Discrepancy) -> str:
    """The id of a discrepancy by itself: the same for the same finding made again."""
    told = [found.kind, found.quantity, *(f"{name}={value}" for name, value in sorted(found.key))]
    told += sorted(map(_side, found.camps)) or ([] if found.key else _surfaces(found))
    return _hashed(_SEPARATOR.join(told))


def value_told(value: Value) -> str:
    """A value in one way: "17..17 people", "17.. people", "2023-01-09..2023-01-09"; a parenthesis marks an open end."""
    interval = value.interval
    low = ("(" if interval.low_open else "") + ("" if interval.low is None else written(interval.low))
    high = ("" if interval.high is None else written(interval.high)) + (")" if interval.high_open else "")
    return f"{low}..{high}{f' {value.unit}' if value.unit else ''}"


def quote_hash(claim: Claim) -> str:
    """What a claim's sentence is known by, wherever it stands and however it is wrapped."""
    return _hashed(_normal(claim.quote))


def _side(camp: Camp) -> str:
    first = min(camp.claims, key=_age, default=None)
    return f"{value_told(camp.value)}|{_normal(first.quote) if first else ''}"


def _age(claim: Claim) -> tuple[date, str]:
    return claim.article.published or date.max, _normal(claim.quote)


def _surfaces(found: Discrepancy) -> list[str]:
    return sorted({_normal(site.surface) for site in found.sites})


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _normal(quote: str) -> str:
    """A quote without what an editor's tidying changes: case, white space, compatibility forms."""
    return " ".join(unicodedata.normalize("NFKC", quote).casefold().split())
