"""What makes a discrepancy the same one tomorrow: what is said, never where in a file it stands."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable

from crosscheck.model import Camp, Discrepancy
from crosscheck.model.interval import written

_SEPARATOR = "\x1f"


def identify(found: Iterable[Discrepancy]) -> tuple[str, ...]:
    """An id for each discrepancy; the same finding made again (one text in two files) is told apart by "-2", "-3"."""
    seen: Counter[str] = Counter()
    ids = []
    for discrepancy in found:
        id = _hash(discrepancy)
        seen[id] += 1
        ids.append(id if seen[id] == 1 else f"{id}-{seen[id]}")
    return tuple(ids)


def _hash(found: Discrepancy) -> str:
    told = [found.kind, found.quantity, *(f"{name}={value}" for name, value in sorted(found.key))]
    told += sorted(_side(camp) for camp in found.camps) or sorted({_normal(site.surface) for site in found.sites})
    return hashlib.sha256(_SEPARATOR.join(told).encode("utf-8", "replace")).hexdigest()[:12]


def _side(camp: Camp) -> str:
    interval = camp.value.interval
    low, high = written(interval.low), written(interval.high)
    ends = f"{low},{high},{interval.low_open:d}{interval.high_open:d},{camp.value.unit}"
    return "|".join([ends, *sorted({_normal(claim.quote) for claim in camp.claims})])


def _normal(quote: str) -> str:
    """A quote without what an editor's tidying changes: case, white space, compatibility forms."""
    return " ".join(unicodedata.normalize("NFKC", quote).casefold().split())
